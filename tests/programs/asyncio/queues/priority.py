# The least item comes first; pairs are compared part by part.
import asyncio


async def main():
    queue = asyncio.PriorityQueue()
    for item in ((2, "code"), (1, "eat"), (3, "sleep"), (1, "drink")):
        await queue.put(item)
    while not queue.empty():
        print(await queue.get())
    queue.put_nowait((1, {}))
    try:
        queue.put_nowait((1, {}))
    except TypeError as error:
        print(error)


asyncio.run(main())
