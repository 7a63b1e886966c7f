# A task that is still pending when the program drops it and the loop is gone.
import asyncio


async def waits():
    await asyncio.get_running_loop().create_future()


loop = asyncio.new_event_loop()
task = loop.create_task(waits(), name="forgotten")
loop.run_until_complete(asyncio.sleep(0))
print("dropping it")
del task
print("dropped")
loop.close()
