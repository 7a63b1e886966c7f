import asyncio


async def slow_answer():
    await asyncio.sleep(5)
    return 42


async def main():
    for patience in (2, 8):
        try:
            answer = await asyncio.wait_for(slow_answer(), timeout=patience)
            print(f"after waiting: {answer}")
        except TimeoutError:
            print(f"no answer within {patience} seconds")


asyncio.run(main())
