# All ways to read from a stream: lines, exactly so many bytes, up to a separator, what there is, and the end.
import asyncio


async def serve(reader, writer):
    writer.write(b"first line\nsecond line\n")
    writer.write(b"0123456789")
    writer.write(b"a;b,c;")
    await writer.drain()
    await asyncio.sleep(1)
    writer.writelines([b"rest ", b"of ", b"it"])
    writer.write_eof()
    print("client says", await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    print(await reader.readline())
    print(await reader.readuntil())
    print(await reader.readexactly(4))
    print(await reader.read(3))
    print(await reader.readuntil(b"a"))
    print(await reader.readuntil((b",", b";")))
    print(await reader.readuntil((b",", b"c;")))
    print(await reader.read(2), reader.at_eof())
    print(await reader.read(0))
    print(await reader.read(100))
    print(await reader.read(), reader.at_eof())
    print(await reader.read(), await reader.readline())
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(repr(error), error.partial, error.expected)
    try:
        await reader.readuntil(b"x")
    except asyncio.IncompleteReadError as error:
        print(error, error.expected)
    for bad in (lambda: reader.readexactly(-1), lambda: reader.readuntil(b""), lambda: reader.readuntil(())):
        try:
            await bad()
        except ValueError as error:
            print("ValueError:", error)
    writer.write(b"bye")
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
