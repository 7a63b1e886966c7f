# shutdown(): nothing more goes in, what is in comes out, then getters fail.
import asyncio


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    queue.shutdown()
    for call in (queue.put_nowait, queue.put):
        try:
            result = call(3)
            if result is not None:
                await result
        except asyncio.QueueShutDown as error:
            print(call.__name__, repr(error))
    print(await queue.get(), queue.get_nowait())
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        print("get", repr(error))
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown as error:
        print("get_nowait", repr(error))


asyncio.run(main())
