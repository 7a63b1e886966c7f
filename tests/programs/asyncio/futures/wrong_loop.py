# A future of another loop can't be awaited.
import asyncio


async def main(other):
    try:
        await other
    except RuntimeError as error:
        print(error)
    try:
        asyncio.ensure_future(other, loop=asyncio.get_running_loop())
    except ValueError as error:
        print(error)
    try:
        await asyncio.gather(other, asyncio.get_running_loop().create_future())
    except ValueError as error:
        print(error)


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
second.run_until_complete(main(first.create_future()))
first.close()
second.close()
