# Who awaits whom can be told by hand.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    me = asyncio.current_task()
    asyncio.future_add_to_awaited_by(future, me)
    graph = asyncio.capture_call_graph(future)
    print([each.future.get_name() for each in graph.awaited_by])
    asyncio.future_discard_from_awaited_by(future, me)
    print(asyncio.capture_call_graph(future).awaited_by)
    print(asyncio.FrameCallGraphEntry, asyncio.FutureCallGraph)


asyncio.run(main())
