# Plain callbacks: call_soon in order, call_later and call_at by time, cancelled handles never.
import asyncio


def note(*words):
    print(loop.time(), *words)


def reschedule(n):
    note("reschedule", n)
    if n:
        loop.call_soon(reschedule, n - 1)


loop = asyncio.new_event_loop()
loop.call_later(2, note, "later 2")
loop.call_later(1, note, "later 1")
loop.call_at(1.5, note, "at 1.5")
loop.call_soon(note, "soon a")
loop.call_soon(reschedule, 2)
loop.call_soon(note, "soon b")
cancelled = loop.call_soon(note, "never")
cancelled.cancel()
timer = loop.call_later(1.25, note, "never either")
timer.cancel()
print(timer.cancelled(), timer.when(), cancelled.cancelled())
loop.call_later(0, note, "later 0")
loop.call_later(-5, note, "later -5")
loop.call_later(3, loop.stop)
loop.run_forever()
note("stopped")
loop.close()
