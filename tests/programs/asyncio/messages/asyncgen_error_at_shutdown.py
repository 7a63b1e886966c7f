# An asynchronous generator that fails while the loop closes it.
import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        raise RuntimeError("while closing")


def show(loop, context):
    print(context["message"].partition(" <")[0], repr(context["exception"]), sorted(context))


async def main():
    asyncio.get_running_loop().set_exception_handler(show)
    generator = numbers()
    print(await anext(generator))
    return generator


kept = asyncio.run(main())
print("end")
