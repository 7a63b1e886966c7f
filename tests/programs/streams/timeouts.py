# Time-outs around reading and connecting; the connection survives.
import asyncio


async def slow(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(float(line))
        writer.write(b"slept " + line)
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    async with await asyncio.start_server(slow, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        for pause in ("0.5", "2", "1"):
            writer.write(f"{pause}\n".encode())
            try:
                async with asyncio.timeout(1):
                    print(loop.time(), await reader.readline())
            except TimeoutError:
                print(loop.time(), "too late")
        print(loop.time(), await reader.readline())
        print(loop.time(), await asyncio.wait_for(reader.readline(), 5))
        try:
            await asyncio.wait_for(reader.read(1), 1)
        except asyncio.TimeoutError:
            print(loop.time(), "nothing more")
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
