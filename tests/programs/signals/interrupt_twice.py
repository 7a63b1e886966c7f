# A second Ctrl-C doesn't wait for the clean-up.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    loop.call_later(2, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleaning up, slowly")
        try:
            await asyncio.sleep(10)
        finally:
            print("not finished", loop.time())


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupted", repr(error))
