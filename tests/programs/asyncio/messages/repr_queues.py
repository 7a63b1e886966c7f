# Queues show their size, contents and who waits.
import asyncio


def without_address(text):
    before, at, rest = text.partition(" at 0x")
    return before + rest.lstrip("0123456789abcdef") if at else text


def show(thing):
    print(without_address(repr(thing)), "|", thing)


async def main():
    queue, limited = asyncio.Queue(), asyncio.Queue(2)
    show(queue)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    show(queue)
    for n in range(2):
        limited.put_nowait(n)
    putter = asyncio.create_task(limited.put(2))
    await asyncio.sleep(0)
    show(limited)
    limited.shutdown()
    show(limited)
    getter.cancel()
    await asyncio.wait([getter, putter])
    print(repr(putter.exception()))
    stack, heap = asyncio.LifoQueue(), asyncio.PriorityQueue(maxsize=3)
    for n in (3, 1, 2):
        stack.put_nowait(n)
        heap.put_nowait(n)
    show(stack)
    show(heap)


asyncio.run(main())
