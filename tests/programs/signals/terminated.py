# SIGTERM that nobody handles ends the program at once: no finally, status 143.
import asyncio
import signal


async def main():
    print("running", flush=True)
    try:
        await asyncio.sleep(1)
        signal.raise_signal(signal.SIGTERM)
    finally:
        print("never printed")


asyncio.run(main())
