# asyncio.run closes async generators that were left unfinished.
import asyncio

kept = []


async def numbers():
    try:
        n = 0
        while True:
            yield n
            n += 1
    finally:
        await asyncio.sleep(1)
        print("closed by asyncio.run at", asyncio.get_running_loop().time())


async def main():
    agen = numbers()
    kept.append(agen)
    async for n in agen:
        print(n)
        if n == 2:
            break
    print("main ends")


asyncio.run(main())
