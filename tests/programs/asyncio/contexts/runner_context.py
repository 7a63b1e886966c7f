# A Runner has one context for all its runs.
import asyncio
import contextvars

counter = contextvars.ContextVar("counter", default=0)


async def step():
    counter.set(counter.get() + 1)
    return counter.get()


with asyncio.Runner() as runner:
    print([runner.run(step()) for _ in range(3)])
    own = contextvars.copy_context()
    print(runner.run(step(), context=own), own[counter], runner.run(step()))
print(counter.get())
