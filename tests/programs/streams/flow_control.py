# drain() waits while the receiver doesn't read: high and low water marks.
import asyncio

CHUNK = b"x" * 500_000


async def slow_reader(reader, writer):
    total = 0
    for _ in range(100):
        await asyncio.sleep(1)
        data = await reader.read(1_000_000)
        if not data:
            break
        total += len(data)
    print(f"[{loop().time():.0f}] server read {total} bytes")
    writer.close()


def loop():
    return asyncio.get_running_loop()


async def main():
    async with await asyncio.start_server(slow_reader, "127.0.0.1", 8000, limit=1_000_000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        print(writer.transport.get_write_buffer_limits())
        for n in range(16):
            writer.write(CHUNK)
            before = loop().time()
            await writer.drain()
            if loop().time() > before:
                print(f"chunk {n} had to wait")
        print(writer.transport.get_write_buffer_size() <= 64 * 1024)
        writer.close()
        await writer.wait_closed()
        print(f"[{loop().time() > 1}] everything is sent")
        await asyncio.sleep(30)


asyncio.run(main())
