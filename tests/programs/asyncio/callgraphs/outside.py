# Without a running loop or task there is no graph.
import asyncio

try:
    print(asyncio.capture_call_graph())
except RuntimeError as error:
    print("RuntimeError:", error)


async def main():
    print(asyncio.capture_call_graph(asyncio.get_running_loop().create_future()).awaited_by)
    try:
        asyncio.capture_call_graph("no future")
    except TypeError as error:
        print("TypeError:", error)
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in a callback:", asyncio.capture_call_graph()))
    await asyncio.sleep(0)


asyncio.run(main())
