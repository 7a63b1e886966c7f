# The limit of a reader: lines and parts that are too long.
import asyncio


async def serve(reader, writer):
    writer.write(b"x" * 20 + b"\n" + b"short\n" + b"y" * 50)
    await writer.drain()
    writer.close()


async def connect():
    return await asyncio.open_connection("127.0.0.1", 8000, limit=10)


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8000):
        reader, writer = await connect()
        try:
            print(await reader.readline())
        except ValueError as error:
            print("ValueError:", error)
        try:
            print(await reader.readline())
        except ValueError as error:
            print("ValueError:", error)
        print(await reader.read())
        writer.close()

        reader, writer = await connect()
        try:
            await reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            print(type(error).__name__, error, error.consumed)
            print(await reader.readexactly(error.consumed))
        print(await reader.readuntil(b"\n"))
        print(reader)
        writer.close()
        print(asyncio.LimitOverrunError("text", 5).args, asyncio.IncompleteReadError(b"ab", 4))
        try:
            asyncio.StreamReader(limit=0)
        except ValueError as error:
            print(error)


asyncio.run(main())
