# What goes wrong at a stream is shown with the frames of asyncio's streams.
import asyncio
import traceback


async def serve(reader, writer):
    command = (await reader.readline()).decode().strip()
    if command == "close":
        writer.write(b"half a line")
        writer.close()
    elif command == "much":
        writer.write(b"x" * 100 + b"\n")
    elif command == "endless":
        writer.write(b"x" * 100)
    await asyncio.sleep(60)


async def attempt(command, read, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=20)
    writer.write(command.encode() + b"\n")
    try:
        async with asyncio.timeout(5):
            print(await read(reader, writer))
    except Exception:
        traceback.print_exc()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await attempt("close", lambda reader, writer: reader.readexactly(50), port)
    await attempt("close", lambda reader, writer: reader.readuntil(b"\n"), port)
    await attempt("much", lambda reader, writer: reader.readuntil(b"\n"), port)
    await attempt("much", lambda reader, writer: reader.readline(), port)
    await attempt("endless", lambda reader, writer: reader.readuntil(b"\n"), port)
    await attempt("endless", lambda reader, writer: reader.readline(), port)
    for read in (
        lambda reader, writer: reader.read(5),
        lambda reader, writer: reader.readexactly(5),
        lambda reader, writer: reader.readuntil(b"\n"),
        lambda reader, writer: reader.readline(),
    ):
        await attempt("wait", read, port)
    server.close()


asyncio.run(main())
