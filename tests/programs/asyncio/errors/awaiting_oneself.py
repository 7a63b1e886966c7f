# A task can't await itself.
import asyncio


async def main():
    me = asyncio.current_task()
    try:
        await me
    except RuntimeError as error:
        print(str(error).partition(": <")[0])


asyncio.run(main())
