# call_soon_threadsafe from a thread wakes the loop
import asyncio
import threading
import time


def produce(loop, queue):
    for n in range(3):
        time.sleep(0.5)
        loop.call_soon_threadsafe(queue.put_nowait, n)
    future = asyncio.run_coroutine_threadsafe(queue.put(None), loop)
    future.result()
    print(f"{time.monotonic():.1f} producer ends")


async def main():
    queue = asyncio.Queue()
    thread = threading.Thread(target=produce, args=(asyncio.get_running_loop(), queue))
    thread.start()
    while (item := await queue.get()) is not None:
        print(f"{time.monotonic():.1f} got {item}")
    await asyncio.to_thread(thread.join)


asyncio.run(main())
