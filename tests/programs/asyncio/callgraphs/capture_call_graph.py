# capture_call_graph() gives the same as data: future, stack, and who awaits it.
import asyncio


def show(graph, indent=""):
    frames = [(entry.frame.f_code.co_name, entry.frame.f_lineno) for entry in graph.call_stack]
    print(indent + graph.future.get_name(), frames)
    for each in graph.awaited_by:
        show(each, indent + "    ")


async def leaf():
    await asyncio.sleep(0)
    show(asyncio.capture_call_graph())


async def main():
    leaf_task = asyncio.create_task(leaf(), name="leaf")

    async def first():
        await leaf_task

    async with asyncio.TaskGroup() as group:
        group.create_task(first(), name="first")


asyncio.run(main())
