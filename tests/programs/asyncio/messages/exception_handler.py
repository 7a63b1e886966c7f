# A handler of one's own gets the context of what went wrong, key by key.
import asyncio


def handler(loop, context):
    print("handler:", context["message"])
    for key in sorted(context):
        if key != "message":
            print("   ", key, "=", repr(context[key]))


async def fails():
    raise RuntimeError("in a task")


def bad():
    raise LookupError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad)
    await asyncio.sleep(0)
    asyncio.create_task(fails(), name="failing")
    await asyncio.sleep(0.1)
    loop.call_exception_handler({"message": "by hand", "answer": 42})


asyncio.run(main())
