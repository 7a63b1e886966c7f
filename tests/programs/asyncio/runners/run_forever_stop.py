# stop() lets the current turn finish; what was scheduled meanwhile runs next time.
import asyncio


async def ticks():
    for i in range(10):
        print("tick", i)
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.call_soon(print, "first")
loop.call_soon(loop.stop)
loop.call_soon(print, "same turn as stop")
loop.call_soon(lambda: loop.call_soon(print, "next turn"))
loop.run_forever()
print("loop stopped")
task = loop.create_task(ticks())
loop.call_later(2.5, loop.stop)
loop.run_forever()
print("stopped again at", loop.time())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
