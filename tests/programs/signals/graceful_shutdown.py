# The usual graceful shutdown: a signal sets an event, workers end in peace.
import asyncio
import signal


async def worker(name, stop):
    while not stop.is_set():
        print(f"{name} works at {asyncio.get_running_loop().time():.1f}")
        try:
            await asyncio.wait_for(stop.wait(), 1)
        except asyncio.TimeoutError:
            pass
    print(name, "ends")


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for sig in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sig, stop.set)
    loop.call_later(2.5, signal.raise_signal, signal.SIGINT)
    await asyncio.gather(worker("a", stop), worker("b", stop))
    print("bye at", loop.time())


asyncio.run(main())
