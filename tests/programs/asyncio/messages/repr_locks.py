# Locks show their state and how many wait; addresses are left out here.
import asyncio


def without_address(text):
    before, at, rest = text.partition(" at 0x")
    return before + rest.lstrip("0123456789abcdef") if at else text


def show(thing):
    print(without_address(repr(thing)))


async def main():
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded = asyncio.Semaphore(2), asyncio.BoundedSemaphore(1)
    barrier = asyncio.Barrier(3)
    for thing in (lock, event, condition, semaphore, bounded, barrier):
        show(thing)
    event_task = asyncio.create_task(event.wait())
    barrier_task = asyncio.create_task(barrier.wait())
    await lock.acquire()
    await condition.acquire()
    await semaphore.acquire()
    await bounded.acquire()
    waiters = [asyncio.create_task(thing.acquire()) for thing in (lock, condition, bounded)]
    await asyncio.sleep(0)
    for thing in (lock, event, condition, semaphore, bounded, barrier):
        show(thing)
    event.set()
    show(event)
    await barrier.abort()
    show(barrier)
    for task in waiters:
        task.cancel()
    await asyncio.wait([event_task, barrier_task, *waiters])
    show(lock)
    barrier_task.exception()


asyncio.run(main())
