# Many clients at once: in which order they are accepted, served and answered.
import asyncio


async def handle(reader, writer):
    name = asyncio.current_task().get_name()
    while line := await reader.readline():
        print(name, "got", line.decode().strip())
        await asyncio.sleep(0.1 * len(line))
        writer.write(line.upper())
        await writer.drain()
    print(name, "closes")
    writer.close()


async def client(n):
    reader, writer = await asyncio.open_connection("localhost", 9000)
    for word in ("one", "two", "three")[: n + 1]:
        writer.write(f"{word} {n}\n".encode())
        answer = await reader.readline()
        print(f"[{asyncio.get_running_loop().time():.1f}] client {n} got", answer)
    writer.close()
    await writer.wait_closed()
    print("client", n, "is done")


async def main():
    server = await asyncio.start_server(handle, "localhost", 9000)
    async with server:
        async with asyncio.TaskGroup() as group:
            for n in range(4):
                group.create_task(client(n))
        await asyncio.sleep(0.1)
        print(sorted(task.get_name() for task in asyncio.all_tasks()))


asyncio.run(main())
