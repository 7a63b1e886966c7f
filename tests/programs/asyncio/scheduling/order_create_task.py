# create_task only schedules: the task's first step comes when the creator awaits.
import asyncio


async def worker(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "ends")
    return name.upper()


async def main():
    print("main creates")
    a = asyncio.create_task(worker("a"))
    b = asyncio.create_task(worker("b"))
    print("main awaits a coroutine directly:", await worker("direct"))
    print("main awaits a:", await a)
    print("b done already?", b.done())
    print("main awaits b:", await b)
    print("awaiting a finished task again:", await a)


asyncio.run(main())
