# print_call_graph() writes the current task's graph to a file.
import asyncio
import io


def without_ids(text):
    return "\n".join(line.partition(", id=")[0] for line in text.splitlines())


async def inner():
    for limit in (None, 1, -1, 0):
        file = io.StringIO()
        asyncio.print_call_graph(file=file, limit=limit)
        print(without_ids(file.getvalue()))


async def middle():
    await inner()


async def main():
    await asyncio.gather(asyncio.create_task(middle(), name="M"), return_exceptions=True)


asyncio.run(main())
