# A task that is cancelled before its first step: its traceback shows the line of the definition.
import asyncio
import functools
import traceback


def keeps(function):
    return functools.wraps(function)(function)


@keeps
async def decorated(first, second=None):
    print("never printed")


async def plain():
    print("never printed")


async def main():
    for coroutine in (
        plain(),
        decorated(1),
        asyncio.sleep(1),
        asyncio.to_thread(print),
        asyncio.wait_for(asyncio.create_task(plain()), 1),
        asyncio.Event().wait(),
        asyncio.Queue().get(),
        asyncio.Queue().put(1),
        asyncio.Lock().acquire(),
    ):
        task = asyncio.create_task(coroutine)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            traceback.print_exc()
    last = asyncio.create_task(plain())
    last.cancel()
    await last


asyncio.run(main())
