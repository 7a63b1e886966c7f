# A connection that is reset: the other side closes while something is unread, or aborts.
import asyncio


async def leave(reader, writer):
    await asyncio.sleep(1)
    writer.close()  # what the client sent is unread


async def abort(reader, writer):
    await reader.readline()
    writer.transport.abort()


async def main():
    server = await asyncio.start_server(leave, "127.0.0.1", 8001)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8001)
    writer.write(b"nobody reads this\n")
    try:
        print(await reader.read())
    except ConnectionResetError as error:
        print("reading:", error)
    for _ in range(3):
        try:
            writer.write(b"more\n")
            await writer.drain()
            print("written")
        except ConnectionError as error:
            print("writing:", type(error).__name__, error)
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError as error:
        print("closing:", type(error).__name__, error)
    server.close()

    server = await asyncio.start_server(abort, "127.0.0.1", 8002)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8002)
    writer.write(b"a line\n")
    print("read", await reader.read())
    print(writer.is_closing(), reader.exception())
    writer.close()
    await writer.wait_closed()
    server.close()


asyncio.run(main())
