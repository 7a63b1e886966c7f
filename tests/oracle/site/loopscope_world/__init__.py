"""The deterministic world: virtual time, one thread at a time, chance from fixed seeds.

The real interpreter and the real standard library run the program; only what they learn from the operating system is
replaced. Each module here replaces one thing:

- `clock`: the virtual clock behind `time`
- `dates`: `datetime.now()`
- `threads`: which thread runs, and when a blocked one goes on; the only place where the clock moves
- `network`: sockets
- `signals`: how they wake a loop
- `loop`: asyncio's event loop waits in virtual time
- `chance`: `random`, `os.urandom`, process ids
- `tracebacks`: keeps this package's own frames out of what the program prints
"""

import atexit
import os


def enter():
    """Replaces the operating system's weather by the world's rules; called once, before the program starts."""
    # The order matters: later modules of the standard library copy functions out of `time` and `threading` when they
    # are imported, so the clock comes first, then threads, then what is built upon them.
    from . import clock, threads

    clock.install()
    threads.install()

    from . import network

    network.install()

    from . import chance, dates, loop, signals, tracebacks

    chance.install()
    dates.install()
    loop.install()
    signals.install()
    tracebacks.install()
    report_path = os.environ.get("LOOPSCOPE_ORACLE_REPORT")
    os.environ.clear()
    os.environ["TZ"] = "UTC"
    if report_path is not None:
        threads.scheduler.on_end = lambda: _write_report(report_path)
        atexit.register(_write_report, report_path)


def _write_report(path):
    """Tells the launcher what it can't see from outside: where the clock stands."""
    from .clock import clock

    with open(path, "w", encoding="ascii") as file:
        file.write(f"{clock.now_ns}\n")
