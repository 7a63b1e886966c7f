# run_forever() until somebody says stop; the loop can be run again.
import asyncio

loop = asyncio.new_event_loop()


async def ticker():
    n = 0
    while True:
        n += 1
        print("tick", n)
        await asyncio.sleep(1)


task = loop.create_task(ticker())
loop.call_later(2.5, loop.stop)
loop.run_forever()
print("stopped at", loop.time(), task.done())
loop.call_later(1, loop.stop)
loop.run_forever()
print("stopped at", loop.time())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled", task.cancelled())
loop.close()
