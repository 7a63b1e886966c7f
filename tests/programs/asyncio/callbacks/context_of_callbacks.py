# A callback runs in a copy of the context in which it was registered, or in the one it is given.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


def show(label):
    print(label, user.get())
    user.set("changed by " + label)


async def main():
    loop = asyncio.get_running_loop()
    user.set("main")
    loop.call_soon(show, "copied")
    user.set("later")
    own = contextvars.Context()
    loop.call_soon(show, "empty", context=own)
    loop.call_soon(show, "empty again", context=own)
    await asyncio.sleep(0)
    print("main", user.get())
    print("own", own[user])


asyncio.run(main())
