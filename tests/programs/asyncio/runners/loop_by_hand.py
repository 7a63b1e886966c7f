# The old way: make a loop, run coroutines on it one after the other, close it.
import asyncio


async def greet(name, delay):
    await asyncio.sleep(delay)
    print("hello", name)
    return len(name)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.is_running(), loop.is_closed())
try:
    print(loop.run_until_complete(greet("world", 1)))
    task = loop.create_task(greet("task", 2))
    print(loop.run_until_complete(asyncio.wait_for(task, 5)), loop.time())
    tasks = [loop.create_task(greet(n, d)) for n, d in (("b", 2), ("a", 1))]
    loop.run_until_complete(asyncio.wait(tasks))
    print(loop.time())
finally:
    loop.close()
print(loop.is_closed())
late = asyncio.sleep(0)
try:
    loop.run_until_complete(late)
except RuntimeError as error:
    print(error)
late.close()
