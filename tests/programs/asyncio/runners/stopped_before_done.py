# A loop that is stopped before its future is done says so.
import asyncio

loop = asyncio.new_event_loop()


async def main():
    loop.call_later(1, loop.stop)
    await asyncio.sleep(5)


try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print(error)
print(loop.time(), len(asyncio.all_tasks(loop)))
for task in asyncio.all_tasks(loop):
    loop.run_until_complete(task)
print(loop.time())
loop.close()
