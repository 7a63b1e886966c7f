# `wait()` with FIRST_EXCEPTION looks at exceptions only while something is pending: the last one was never retrieved.
import asyncio


async def fail(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)


async def wait_for_all(*seconds):
    tasks = [asyncio.create_task(fail(each)) for each in seconds]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    await wait_for_all(1)
    await wait_for_all(1, 2)
    await asyncio.sleep(5)
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(asyncio.wait_for(asyncio.create_task(asyncio.sleep(9)), 1))
    except TimeoutError as error:
        print(repr(error))
    print("main ends")


asyncio.run(main())
