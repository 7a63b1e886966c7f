# run_in_executor with an executor of one's own; set_default_executor
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(n):
    time.sleep(n / 10)
    return n, threading.current_thread().name


def fails():
    raise KeyError("in thread")


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, blocking, n) for n in (3, 1, 2)]))
        try:
            await loop.run_in_executor(pool, fails)
        except KeyError as error:
            print("caught", error)
        waiting = loop.run_in_executor(pool, blocking, 5)
        try:
            await asyncio.wait_for(waiting, 0.2)
        except TimeoutError:
            print(f"{loop.time():.1f} timeout")
    print(f"{loop.time():.1f} pool is closed")
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="default"))
    print(await asyncio.to_thread(blocking, 1))
    print(await loop.run_in_executor(None, blocking, 1))
    try:
        loop.set_default_executor(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
