# Values, locked(), and a bounded semaphore that is released too often.
import asyncio


async def main():
    semaphore = asyncio.Semaphore(2)
    print(semaphore.locked(), await semaphore.acquire(), await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    semaphore.release()
    semaphore.release()
    print([await semaphore.acquire() for _ in range(3)], semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    for value in (-1, 0):
        try:
            print(asyncio.Semaphore(value).locked())
        except ValueError as error:
            print(error)


asyncio.run(main())
