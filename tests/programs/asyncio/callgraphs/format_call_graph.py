# format_call_graph() shows where a task stands and who awaits it.
import asyncio


def without_ids(text):
    return "\n".join(line.partition(", id=")[0] for line in text.splitlines())


async def leaf(target):
    await asyncio.sleep(0.1)
    print(without_ids(asyncio.format_call_graph(target[0])))
    print("--")
    print(without_ids(asyncio.format_call_graph()))


async def branch(target):
    await leaf(target)


async def main():
    target = []
    async with asyncio.TaskGroup() as group:
        target.append(group.create_task(branch(target), name="branch"))
        group.create_task(asyncio.sleep(1), name="sleeper")


asyncio.run(main())
