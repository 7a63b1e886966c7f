# Ctrl-C that nobody catches ends the program with status 130.
import asyncio
import signal


async def main():
    print("working")
    asyncio.get_running_loop().call_later(0.5, signal.raise_signal, signal.SIGINT)
    await asyncio.sleep(10)
    print("never")


asyncio.run(main())
