# A task is cancelled while it reads: nothing is lost, and another may read on. Two at once may not.
import asyncio


async def serve(reader, writer):
    await asyncio.sleep(1)
    writer.write(b"late\n")
    await reader.read()
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        first = asyncio.create_task(reader.readline())
        await asyncio.sleep(0.5)
        try:
            await reader.read(1)
        except RuntimeError as error:
            print(error)
        first.cancel()
        try:
            await first
        except asyncio.CancelledError:
            print("cancelled")
        print(await reader.readline())
        writer.close()


asyncio.run(main())
