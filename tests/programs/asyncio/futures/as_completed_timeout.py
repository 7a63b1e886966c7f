# The timeout counts from the beginning; what is left raises TimeoutError.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (1, 5, 2)]
    try:
        for coroutine in asyncio.as_completed(tasks, timeout=3):
            print(await coroutine)
    except TimeoutError as error:
        print("TimeoutError", error, asyncio.get_running_loop().time())
    print([task.done() for task in tasks])
    for task in tasks:
        task.cancel()
    for bad in (5, job(1)):
        try:
            asyncio.as_completed(bad)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(bad):
            bad.close()


asyncio.run(main())
