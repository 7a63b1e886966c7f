# A coroutine that nobody awaits never runs; CPython warns when it is thrown away.
import asyncio


async def compute():
    print("this is not printed")


async def main():
    compute()
    print("the call only made a coroutine object")
    coroutine = compute()
    del coroutine
    print("end of main")


asyncio.run(main())
