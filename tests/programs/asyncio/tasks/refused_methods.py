# A task sets its result itself; nobody else can.
import asyncio


async def job():
    return 1


async def main():
    task = asyncio.create_task(job())
    for call in (lambda: task.set_result(2), lambda: task.set_exception(ValueError())):
        try:
            call()
        except RuntimeError as error:
            print(error)
    print(await task)
    for wrong in (job, 5, None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).partition(" at 0x")[0])


asyncio.run(main())
