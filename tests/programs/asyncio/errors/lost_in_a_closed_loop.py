# A loop that nothing holds closes itself: what is called soon while its coroutines are closed fails.
import asyncio


async def getter():
    await asyncio.Queue().get()


async def putter():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    await queue.put(2)


async def main(*coroutines):
    for coroutine in coroutines:
        asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def run():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main(getter()))


run()
closed = asyncio.new_event_loop()
closed.run_until_complete(main(putter()))
closed.close()
print("closed")
