# Getters and putters that wait are woken with QueueShutDown.
import asyncio


async def attempt(name, operation):
    try:
        print(name, await operation)
    except asyncio.QueueShutDown:
        print(name, "was shut down")


async def main():
    empty, full = asyncio.Queue(), asyncio.Queue(1)
    full.put_nowait("x")
    tasks = [
        asyncio.create_task(attempt("getter 1", empty.get())),
        asyncio.create_task(attempt("getter 2", empty.get())),
        asyncio.create_task(attempt("putter", full.put("y"))),
    ]
    await asyncio.sleep(0)
    empty.shutdown()
    full.shutdown()
    await asyncio.wait(tasks)
    print(full.qsize(), await full.get())


asyncio.run(main())
