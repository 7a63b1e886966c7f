# A Future is a box for a result that comes later; awaiting it resumes one turn after.
import asyncio


async def waiter(name, future):
    print(name, "waits")
    try:
        print(name, "got", await future)
    except Exception as error:
        print(name, "got error", repr(error))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(n, future)) for n in "ab"]
    future.add_done_callback(lambda f: print("callback", f.result()))
    await asyncio.sleep(1)
    future.set_result(42)
    print("result is set", future.done(), future.result())
    await asyncio.gather(*tasks)
    failing = asyncio.Future()
    loop.call_later(1, failing.set_exception, ValueError("bad"))
    await waiter("c", failing)
    print(repr(failing.exception()))
    pending = loop.create_future()
    for action in (pending.result, pending.exception, lambda: future.set_result(1), lambda: pending.set_exception(StopIteration)):
        try:
            action()
        except Exception as error:
            print(type(error).__name__, error)
    print(pending.cancel(), pending.cancelled(), pending.cancel(), future.cancel())


asyncio.run(main())
