# A result is set once; afterwards everything is refused.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("first")
    for attempt in (lambda: future.set_result("second"), lambda: future.set_exception(ValueError())):
        try:
            attempt()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    print(future.cancel(), future.result())
    cancelled = loop.create_future()
    cancelled.cancel()
    try:
        cancelled.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)


asyncio.run(main())
