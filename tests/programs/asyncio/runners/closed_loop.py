# Nothing can be asked of a closed loop.
import asyncio


async def job():
    pass


loop = asyncio.new_event_loop()
future = loop.create_future()
loop.close()
loop.close()
print(loop.is_closed())
coroutine = job()
for name, attempt in (
    ("call_soon", lambda: loop.call_soon(print)),
    ("call_soon_threadsafe", lambda: loop.call_soon_threadsafe(print)),
    ("call_later", lambda: loop.call_later(1, print)),
    ("call_at", lambda: loop.call_at(1, print)),
    ("create_task", lambda: loop.create_task(coroutine)),
    ("run_forever", loop.run_forever),
    ("run_until_complete", lambda: loop.run_until_complete(coroutine)),
):
    try:
        attempt()
    except RuntimeError as error:
        print(name, "->", error)
coroutine.close()
future.set_result(1)
print(future.result())
