# The way of old tutorials: get_event_loop() and run_until_complete().
import asyncio


async def hello(name):
    await asyncio.sleep(1)
    print("Hello", name)
    return len(name)


loop = asyncio.get_event_loop()
print(loop.run_until_complete(hello("world")))
tasks = [loop.create_task(hello(name)) for name in ("one", "three")]
print(loop.run_until_complete(asyncio.gather(*tasks)))
print(loop is asyncio.get_event_loop(), loop.time())
loop.close()
