# Before async and await: futures, callbacks and run_forever().
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


def slow_operation(future):
    future.set_result("Future is done!")


def got_result(future):
    print(future.result(), loop.time())
    loop.stop()


future = asyncio.Future()
future.add_done_callback(got_result)
loop.call_later(1, slow_operation, future)
try:
    loop.run_forever()
finally:
    loop.close()
