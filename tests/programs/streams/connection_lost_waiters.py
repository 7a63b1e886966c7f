# Who waits in drain() or read() when the connection is lost hears of it.
import asyncio


class Cut(asyncio.Protocol):
    def connection_made(self, transport):
        transport.pause_reading()
        asyncio.get_running_loop().call_later(1, transport.abort)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Cut, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)

    async def drainer(name):
        try:
            await writer.drain()
            print(name, "drained")
        except ConnectionError as error:
            print(name, type(error).__name__, error, loop.time())

    writer.write(b"x" * 10_000_000)
    draining = [asyncio.create_task(drainer(name)) for name in ("a", "b")]
    try:
        print(await reader.read())
    except ConnectionError as error:
        print("read:", type(error).__name__, error, loop.time())
    await asyncio.gather(*draining)
    await drainer("c")
    try:
        await writer.wait_closed()
    except ConnectionError as error:
        print("closed:", error)
    server.close()


asyncio.run(main())
