# Messages with their length before them, and a connection that ends in the middle of one.
import asyncio


def pack(message):
    return len(message).to_bytes(4, "big") + message


async def read_message(reader):
    length = int.from_bytes(await reader.readexactly(4), "big")
    return await reader.readexactly(length)


async def serve(reader, writer):
    try:
        while True:
            message = await read_message(reader)
            print("server got", len(message), message[:10])
    except asyncio.IncompleteReadError as error:
        print("ended:", error, error.partial)
    finally:
        writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 9999):
        for tail in (b"", b"\x00\x00", pack(b"cut off")[:-3]):
            _, writer = await asyncio.open_connection("127.0.0.1", 9999)
            for message in (b"one", b"", b"x" * 100_000):
                writer.write(pack(message))
            writer.write(tail)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
            await asyncio.sleep(0.1)


asyncio.run(main())
