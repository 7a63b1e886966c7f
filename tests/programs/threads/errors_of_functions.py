# What a function raised in a thread has that thread's frames in its traceback.
import asyncio
import time
import traceback
from concurrent.futures import CancelledError, ThreadPoolExecutor


def fail(seconds):
    time.sleep(seconds)
    raise ValueError(seconds)


def fail_in_pool():
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(time.sleep, 1)
        future = pool.submit(fail, 0)
        waiting = pool.submit(fail, 3)
        waiting.cancel()
        for each, timeout in ((future, 0.5), (future, None), (future, None), (waiting, None), (slow, None)):
            try:
                print(each.result(timeout))
            except (ValueError, TimeoutError, CancelledError):
                traceback.print_exc()
        try:
            print(list(pool.map(fail, [0, 1])))
        except ValueError:
            traceback.print_exc()


async def main():
    loop = asyncio.get_running_loop()
    for failing in (asyncio.to_thread(fail, 1), asyncio.to_thread(fail, 0), loop.run_in_executor(None, fail, 2)):
        try:
            await failing
        except ValueError:
            traceback.print_exc()
    asyncio.create_task(asyncio.to_thread(fail, 0))


fail_in_pool()
asyncio.run(main())
