# client_connected_cb may be a plain function; one that raises is reported.
import asyncio

tasks = set()


def connected(reader, writer):
    print("connected", writer.get_extra_info("sockname"))
    task = asyncio.create_task(talk(reader, writer))
    tasks.add(task)
    task.add_done_callback(tasks.discard)


async def talk(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def fails(reader, writer):
    await reader.readline()
    raise RuntimeError("the handler fails")


async def main():
    async with await asyncio.start_server(connected, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        writer.write(b"a line\n")
        print(await reader.read(), len(tasks))
        writer.close()
    async with await asyncio.start_server(fails, "127.0.0.1", 8001):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8001)
        writer.write(b"a line\n")
        print("read", await reader.read())
        writer.close()


asyncio.run(main())
