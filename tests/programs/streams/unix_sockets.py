# Sockets that have a path instead of a port.
import asyncio


async def handle(reader, writer):
    print("server:", await reader.readline(), repr(writer.get_extra_info("peername")))
    writer.write(b"welcome\n")
    writer.close()


async def main():
    server = await asyncio.start_unix_server(handle, "loopscope-test.sock")
    print(server.sockets[0].getsockname())
    async with server:
        reader, writer = await asyncio.open_unix_connection("loopscope-test.sock")
        writer.write(b"hello\n")
        print("client:", await reader.read())
        writer.close()
        await writer.wait_closed()
    try:
        await asyncio.open_unix_connection("loopscope-no-such.sock")
    except FileNotFoundError as error:
        print(type(error).__name__, error)


asyncio.run(main())
