# A reader is an asynchronous iterator over lines; the last may lack its end.
import asyncio


async def serve(reader, writer):
    for word in ("alpha\n", "beta\n", "gam", "ma\n", "delta"):
        writer.write(word.encode())
        await writer.drain()
        await asyncio.sleep(0.5)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    async for line in reader:
        print(asyncio.get_running_loop().time(), line)
    writer.close()
    server.close()


asyncio.run(main())
