# Each task has its own copy of the context.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def handle(name):
    print("inherited", user.get())
    user.set(name)
    await asyncio.sleep(1)
    print(name, "still sees", user.get())


async def main():
    user.set("main")
    await asyncio.gather(handle("ann"), handle("bob"))
    print("main sees", user.get())
    await handle("called directly")
    print("main sees", user.get())


asyncio.run(main())
