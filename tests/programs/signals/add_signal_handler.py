# loop.add_signal_handler: a callback for SIGINT and SIGTERM, run by the loop in its turn.
import asyncio
import functools
import signal


def ask_exit(signame, loop):
    print(f"[{loop.time()}] got signal {signame}: exit")
    loop.stop()


def tick(n, loop):
    print(f"[{loop.time()}] tick {n}")
    if n == 1:
        signal.raise_signal(signal.SIGTERM)
        print("sent")
        loop.call_soon(print, "soon after")
    loop.call_later(1, tick, n + 1, loop)


async def main():
    loop = asyncio.get_running_loop()
    for signame in ("SIGINT", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, signame), functools.partial(ask_exit, signame, loop))
    tick(0, loop)
    await asyncio.sleep(3600)


loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.run_forever()
print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
