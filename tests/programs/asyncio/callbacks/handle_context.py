# Handles know their context; timer handles know their time.
import asyncio
import contextvars

number = contextvars.ContextVar("number")


async def main():
    loop = asyncio.get_running_loop()
    number.set(5)
    handle = loop.call_soon(print, "run")
    number.set(6)
    print(handle.get_context()[number], number.get())
    timer = loop.call_later(1.5, print, "never")
    print(timer.when(), timer.get_context()[number])
    timer.cancel()
    other = loop.call_at(1.75, print, "other")
    print(timer < other, timer <= other, timer == other, timer > other)
    print(hash(other) == hash(other.when()))
    await asyncio.sleep(2)


asyncio.run(main())
