# A loop that is not closed complains when it goes.
import asyncio


def run():
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(asyncio.sleep(1, "done")))


run()
print("after run()")
