# Ending a loop by hand: cancel, gather, shut the generators down, close.
import asyncio


async def worker(n):
    try:
        while True:
            await asyncio.sleep(n)
    finally:
        print("worker", n, "stops")


async def numbers():
    try:
        yield 1
    finally:
        print("generator is closed")


async def first_of(generator):
    return await anext(generator)


loop = asyncio.new_event_loop()
generator = numbers()
print(loop.run_until_complete(first_of(generator)))
for n in (1, 2):
    loop.create_task(worker(n))
loop.call_later(3, loop.stop)
loop.run_forever()
pending = asyncio.all_tasks(loop)
print(len(pending))
for task in pending:
    task.cancel()
results = loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
print([type(result).__name__ for result in results])
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_closed())
