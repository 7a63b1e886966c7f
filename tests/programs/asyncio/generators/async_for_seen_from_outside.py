# A task that waits inside an asynchronous generator, as others see it: call graph, stack, cr_await.
import asyncio


async def numbers():
    for i in range(3):
        await asyncio.sleep(1)
        yield i


async def doubled(source):
    async for value in source:
        yield 2 * value


async def reader():
    async for value in doubled(numbers()):
        print("got", value)


async def main():
    task = asyncio.create_task(reader(), name="reader")
    await asyncio.sleep(1.5)
    print(asyncio.format_call_graph(task).partition("\n")[2])
    task.print_stack()
    step = task.get_coro().cr_await
    print(type(step).__name__, hasattr(step, "ag_await"), hasattr(step, "send"))

    shared = numbers()

    async def read(name):
        async for value in shared:
            print(name, value)

    print(await asyncio.gather(read("a"), read("b"), return_exceptions=True))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    waiting = reader()
    waiting.send(None)
    waiting.close()
    waiting = reader()
    waiting.send(None)
    try:
        waiting.throw(KeyError("thrown"))
    except KeyError as error:
        print(repr(error))
    try:
        await numbers()
    except TypeError as error:
        print(error)


asyncio.run(main())
