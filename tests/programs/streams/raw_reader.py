# A StreamReader fed by hand, its repr and its exception.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    print(reader)
    reader.feed_data(b"some da")
    print(reader, reader.at_eof(), await reader.read(4))
    waiting = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    reader.feed_data(b"ta\nmore")
    print(await waiting)
    reader.feed_eof()
    print(reader, await reader.read(), reader.at_eof())
    failing = asyncio.StreamReader(limit=5)
    waiting = asyncio.create_task(failing.read())
    await asyncio.sleep(0)
    failing.set_exception(ValueError("broken"))
    for attempt in (lambda: waiting, failing.readline):
        try:
            await attempt()
        except ValueError as error:
            print(error, failing.exception(), failing)


asyncio.run(main())
