# Each task has a copy of the context of its maker: what it sets stays with it.
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def handle(n):
    print("begins with", request.get())
    request.set(f"request {n}")
    await asyncio.sleep(1 - n / 10)
    print("ends with", request.get())


async def main():
    request.set("main")
    await asyncio.gather(*(handle(n) for n in range(3)))
    print("main has", request.get())
    await handle(9)
    print("an awaited coroutine shares it:", request.get())


asyncio.run(main())
print("outside:", request.get())
