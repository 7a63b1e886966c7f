import asyncio


async def handle(reader, writer):
    peer = writer.get_extra_info("peername")
    while line := await reader.readline():
        print(f"server: {line.decode().strip()!r} from port {peer[1]}")
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def client(name, pause):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for word in ("hello", "bye"):
        writer.write(f"{word} from {name}\n".encode())
        print(f"{name} hears {(await reader.readline()).decode().strip()!r}")
        await asyncio.sleep(pause)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(client("Ann", 2), client("Bob", 1))
        await server.serve_forever()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("the server is stopped")
