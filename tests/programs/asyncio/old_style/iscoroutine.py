# iscoroutine() and iscoroutinefunction(), the latter deprecated.
import asyncio
import functools
import inspect


async def coroutine_function():
    pass


async def generator_function():
    yield 1


class Service:
    async def method(self):
        pass


coroutine = coroutine_function()
print(asyncio.iscoroutine(coroutine), asyncio.iscoroutine(coroutine_function), asyncio.iscoroutine(1))
coroutine.close()
for function in (
    coroutine_function,
    generator_function,
    Service().method,
    functools.partial(coroutine_function),
    print,
    asyncio.sleep,
):
    print(asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function))
