# What add_signal_handler refuses.
import asyncio
import signal


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for sig, callback in ((signal.SIGINT, coroutine), ("SIGINT", print), (1000, print), (signal.SIGKILL, print)):
        try:
            loop.add_signal_handler(sig, callback)
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(loop.remove_signal_handler(signal.SIGUSR1))
    loop.add_signal_handler(signal.SIGUSR1, print, "first")
    loop.add_signal_handler(signal.SIGUSR1, print, "second")
    signal.raise_signal(signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(1)
    print(loop.remove_signal_handler(signal.SIGUSR1))


asyncio.run(main())
