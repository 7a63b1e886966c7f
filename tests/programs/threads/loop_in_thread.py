# A loop that runs in a thread gets coroutines from the main thread
import asyncio
import threading
import time


async def work(n):
    await asyncio.sleep(n)
    print(f"{time.monotonic():.1f} coroutine {n} in {threading.current_thread().name}")
    if n == 2:
        raise ValueError(n)
    return n * 10


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()
futures = [asyncio.run_coroutine_threadsafe(work(n), loop) for n in (1, 2, 3)]
for future in futures:
    try:
        print(f"{time.monotonic():.1f} result", future.result())
    except ValueError as error:
        print("caught", error)
late = asyncio.run_coroutine_threadsafe(work(10), loop)
try:
    late.result(timeout=1)
except TimeoutError:
    print(f"{time.monotonic():.1f} timeout", late.cancel())
time.sleep(0.1)  # the loop delivers the cancellation
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), late.cancelled())
loop.close()
