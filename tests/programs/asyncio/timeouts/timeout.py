# asyncio.timeout cancels the body and turns the cancellation into TimeoutError.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(5) as scope:
        await asyncio.sleep(1)
        print(scope.when(), scope.expired())
    print(scope.expired())
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(10)
    except TimeoutError as error:
        print(loop.time(), repr(error), repr(error.__cause__))
    try:
        async with asyncio.timeout(None) as scope:
            scope.reschedule(loop.time() + 1)
            await asyncio.sleep(10)
    except TimeoutError:
        print(loop.time(), "rescheduled", scope.expired())
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(5):
                await asyncio.sleep(10)
    except TimeoutError:
        print(loop.time(), "the outer one")
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("inside it is a cancellation, cancelling =", asyncio.current_task().cancelling())
                raise
    except TimeoutError:
        print("outside a timeout, cancelling =", asyncio.current_task().cancelling())
    async with asyncio.timeout_at(loop.time() + 1):
        await asyncio.sleep(0.5)
    print(loop.time())


asyncio.run(main())
