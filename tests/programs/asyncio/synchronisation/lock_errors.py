# Releasing what is not held; locks are no ordinary context managers.
import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        with lock:
            pass
    except TypeError as error:
        print("TypeError:", error)
    print(await lock.acquire(), lock.locked())
    lock.release()
    print(lock.locked())
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError:
        print("released after the error:", not lock.locked())


asyncio.run(main())
