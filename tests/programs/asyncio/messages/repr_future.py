# A future in all its states, as it shows itself.
import asyncio


def called(future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(called)
    print(future)
    future.add_done_callback(print)
    print(future)
    future.add_done_callback(lambda f: None)
    future.add_done_callback(called)
    print(future)
    future.set_result("a long result, longer than what a repr of a future shows of it")
    print(future)
    cancelled = loop.create_future()
    cancelled.cancel()
    print(cancelled)
    failed = loop.create_future()
    failed.set_exception(ValueError("why"))
    print(failed, repr(failed.exception()))
    many = loop.create_future()
    many.set_result(list(range(20)))
    print(many)


asyncio.run(main())
