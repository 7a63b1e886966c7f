# write_eof() closes one direction; the other goes on.
import asyncio


async def count(reader, writer):
    data = await reader.read()
    print("server has everything:", data)
    for n in range(3):
        writer.write(b"%d " % n)
        await asyncio.sleep(0.1)
    writer.close()


async def main():
    async with await asyncio.start_server(count, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        print(writer.can_write_eof())
        writer.write(b"part one, ")
        writer.write(b"part two")
        writer.write_eof()
        writer.write_eof()
        try:
            writer.write(b"too late")
        except RuntimeError as error:
            print(error)
        try:
            writer.writelines([b"too late"])
        except RuntimeError as error:
            print(error)
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
