# A future from pending to finished, with what each method answers.
import asyncio


def ask(future):
    answers = [future.done(), future.cancelled()]
    for method in (future.result, future.exception):
        try:
            answers.append(method())
        except (asyncio.InvalidStateError, asyncio.CancelledError, ValueError) as error:
            answers.append(repr(error))
    print(*answers)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    ask(future)
    future.set_result(1)
    ask(future)
    failed = loop.create_future()
    failed.set_exception(ValueError("no"))
    ask(failed)
    cancelled = loop.create_future()
    cancelled.cancel("why")
    ask(cancelled)


asyncio.run(main())
