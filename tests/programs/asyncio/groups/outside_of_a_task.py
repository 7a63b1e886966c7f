# A group needs a running task.
import asyncio


async def use():
    async with asyncio.TaskGroup():
        print("never here")


coroutine = use()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(str(error))


async def main():
    def callback():
        coroutine = use()
        try:
            coroutine.send(None)
        except RuntimeError as error:
            print(str(error))

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)


asyncio.run(main())
