# Ctrl-C in asyncio.run(): the main task is cancelled, may clean up, and KeyboardInterrupt comes out.
import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    other = asyncio.create_task(asyncio.sleep(100))
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled", asyncio.current_task().cancelling())
        await asyncio.sleep(1)
        print("cleaned up")
        raise
    finally:
        print(other.cancelled())


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def stubborn():
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    return "result"


print(asyncio.run(stubborn()))
