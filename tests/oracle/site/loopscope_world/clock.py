"""The virtual clock: integer nanoseconds since the start, read by every function of `time`."""

import sys
import time

EPOCH_NS = 1_767_225_600 * 10**9  # 2026-01-01T00:00:00Z
FREE_READS = 10_000  # clock reads without movement before the clock starts to move by itself
BUSY_STEP_NS = 10**6

real_sleep = time.sleep


class Clock:
    """The time of the world. It never goes back, and running code takes none of it."""

    def __init__(self):
        self.now_ns = 0
        self._reads = 0

    def advance_to(self, deadline_ns):
        """Moves to a deadline; one that has passed already changes nothing."""
        if deadline_ns > self.now_ns:
            self.now_ns = deadline_ns
            self._reads = 0

    def read(self):
        """Reads the clock for the program.

        A program that does nothing but look at the clock waits for it to move: after `FREE_READS` reads in a row
        each further read moves it by `BUSY_STEP_NS`, and returns the time after the movement.
        """
        self._reads += 1
        if self._reads > FREE_READS:
            self.now_ns += BUSY_STEP_NS
        return self.now_ns


clock = Clock()


def nanoseconds(seconds):
    """Rounds seconds to the nearest nanosecond; `None` stands for a moment that never comes."""
    if seconds == float("inf"):
        return None
    return round(seconds * 1e9) if isinstance(seconds, float) else round(seconds * 10**9)


def _read_ns(caller):
    """Reads on behalf of `caller`: asyncio's own looks at the clock don't count as busy waiting."""
    if caller.f_globals.get("__name__", "").startswith("asyncio."):
        return clock.now_ns
    return clock.read()


def monotonic():
    return _read_ns(sys._getframe(1)) / 1e9


def monotonic_ns():
    return _read_ns(sys._getframe(1))


def wall():
    return (EPOCH_NS + _read_ns(sys._getframe(1))) / 1e9


def wall_ns():
    return EPOCH_NS + _read_ns(sys._getframe(1))


def _clock_gettime_ns(clock_id):
    if clock_id in (time.CLOCK_REALTIME, getattr(time, "CLOCK_TAI", None)):
        return EPOCH_NS + clock.read()
    if clock_id in (time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID):
        return 0
    return clock.read()


def install():
    """Replaces the functions of `time`, all but `sleep`, which is the scheduler's business."""
    replacements = {
        "time": wall,
        "time_ns": wall_ns,
        "monotonic": monotonic,
        "monotonic_ns": monotonic_ns,
        "perf_counter": monotonic,
        "perf_counter_ns": monotonic_ns,
        "process_time": lambda: 0.0,
        "process_time_ns": lambda: 0,
        "thread_time": lambda: 0.0,
        "thread_time_ns": lambda: 0,
        "clock_gettime": lambda clock_id: _clock_gettime_ns(clock_id) / 1e9,
        "clock_gettime_ns": _clock_gettime_ns,
    }
    for name, function in replacements.items():
        setattr(time, name, function)
    _default_to_now("localtime")
    _default_to_now("gmtime")
    _default_to_now("ctime")
    time.asctime = _with_default(time.asctime, lambda: time.localtime())
    real_strftime = time.strftime
    time.strftime = lambda format, *moment: real_strftime(format, *(moment or (time.localtime(),)))
    time.tzset()


def _default_to_now(name):
    setattr(time, name, _with_default(getattr(time, name), lambda: (EPOCH_NS + clock.read()) // 10**9))


class _with_default:
    """A function with a default; like the built-in it stands for, it makes no method where a class keeps it."""

    def __init__(self, real, default):
        self._real = real
        self._default = default
        self.__name__ = self.__qualname__ = real.__name__

    def __call__(self, moment=None):
        return self._real(self._default() if moment is None else moment)
