# Tasks that wait for each other in a circle can't be cancelled: `cancel()` goes round until the recursion limit.
import asyncio


async def wait_for_other(name, others):
    await asyncio.sleep(0)
    print(name, "waits")
    await others[0]


async def main():
    others = []
    first = asyncio.create_task(wait_for_other("first", others))
    second = asyncio.create_task(wait_for_other("second", [first]))
    others.append(second)
    await asyncio.sleep(0.1)
    try:
        first.cancel()
    except RecursionError:
        print("too deep")
    print(first.done(), second.done())
    print(first)


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: None)
loop.run_until_complete(main())
print("main is over")
