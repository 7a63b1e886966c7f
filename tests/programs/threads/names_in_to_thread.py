# Threads of the default executor have names, and are used again
import asyncio
import threading
import time


def work(n):
    me = threading.current_thread()
    time.sleep(n / 10)
    return n, me.name, me is threading.main_thread()


async def main():
    print(await asyncio.to_thread(work, 1))
    print(await asyncio.gather(*[asyncio.to_thread(work, n) for n in (3, 1, 2)]))
    print(await asyncio.to_thread(work, 1))


asyncio.run(main())
