# stop() lets the turn end: what is queued behind it in the same turn still runs, what comes later waits.
import asyncio

loop = asyncio.new_event_loop()


def chain(n):
    print("chain", n)
    loop.call_soon(chain, n + 1)


loop.call_soon(chain, 0)
loop.call_soon(loop.stop)
loop.call_soon(print, "behind stop")
loop.run_forever()
print("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
print("stopped again")
loop.close()
