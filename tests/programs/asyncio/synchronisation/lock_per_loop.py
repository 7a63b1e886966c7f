# A lock belongs to the loop in which somebody first had to wait for it.
import asyncio

lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await waiting
    lock.release()
    print("fine")


asyncio.run(contend())


async def again():
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except RuntimeError as error:
        print(str(error).partition(" at 0x")[0], "...", str(error).rpartition("]> ")[2])


asyncio.run(again())
