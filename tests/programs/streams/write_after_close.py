# Writing to a connection that the other side has closed: the first write still goes, later ones fail.
import asyncio


async def hang_up(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(hang_up, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        print(await reader.read())
        for n in range(4):
            try:
                writer.write(b"hello")
                await writer.drain()
                print(n, "written")
            except ConnectionError as error:
                print(n, type(error).__name__, error)
            await asyncio.sleep(0.1)
        for _ in range(8):
            writer.write(b"again")
        print(writer.is_closing())
        try:
            await writer.wait_closed()
        except ConnectionError as error:
            print(type(error).__name__, error)


asyncio.run(main())
