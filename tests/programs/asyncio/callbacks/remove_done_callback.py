# remove_done_callback() removes all equal ones and says how many.
import asyncio


def report(future):
    print("report", future.result())


def other(future):
    print("other", future.result())


async def main():
    future = asyncio.get_running_loop().create_future()
    for callback in (report, other, report, report):
        future.add_done_callback(callback)
    print("removed", future.remove_done_callback(report))
    print("removed", future.remove_done_callback(report))
    future.set_result("x")
    print("removed after the end", future.remove_done_callback(other))
    await asyncio.sleep(0)


asyncio.run(main())
