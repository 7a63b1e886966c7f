# A task that awaits a gather of itself: to cancel it is an endless recursion, which the loop reports as a callback's error.
import asyncio


async def main(cancels_before):
    me = asyncio.current_task()
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "the loop goes on")
    loop.call_later(2, loop.stop)
    if cancels_before:
        me.cancel()
    else:
        loop.call_soon(me.cancel)
    try:
        await asyncio.gather(me)
    except asyncio.CancelledError as error:
        print(repr(error))


def tell(loop, context):
    print(context["message"].partition(" at 0x")[0], repr(context.get("exception")))


for cancels_before in (True, False):
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(tell)
    try:
        loop.run_until_complete(main(cancels_before))
    except RuntimeError as error:
        print(error)
