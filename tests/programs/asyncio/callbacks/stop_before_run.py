# A loop that was told to stop before it runs makes exactly one turn.
import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, "one")
loop.call_soon(lambda: loop.call_soon(print, "two"))
loop.stop()
loop.run_forever()
print("first run over")
loop.stop()
loop.run_forever()
print("second run over")
loop.close()
