# A task that never got its first step: the loop is closed before.
import asyncio


async def job():
    print("never printed")


loop = asyncio.new_event_loop()
task = loop.create_task(job(), name="unborn")
loop.close()
print("closed")
del task
print("end")
