# Tasks that make tasks run breadth first.
import asyncio


async def node(path, depth):
    print("enter", path)
    if depth:
        await asyncio.gather(*(node(path + letter, depth - 1) for letter in "LR"))
    print("leave", path)


asyncio.run(node("root-", 2))
