"""asyncio's own event loop, waiting in virtual time.

The loop, its tasks and futures are CPython's. Four things differ: a selector that waits moves the virtual clock,
timers are compared by (nanosecond, creation), a task's hash is its number, and `get_event_loop()` makes a loop where
there is none.
"""

import asyncio
import itertools
import selectors
import sys
import threading
from asyncio import base_events, events, selector_events, tasks

from . import network
from .clock import clock, monotonic, nanoseconds

_creation = itertools.count()
_task_number = itertools.count(1)
_transport_number = itertools.count(1)


class TimerHandle(events.TimerHandle):
    """A timer that is ordered by its deadline in nanoseconds, equal deadlines by creation."""

    __slots__ = ("_deadline",)
    __module__ = "asyncio.events"

    def __new__(cls, when, *args, **options):
        handle = object.__new__(cls)
        deadline_ns = nanoseconds(when)
        handle._deadline = (float("inf") if deadline_ns is None else deadline_ns, next(_creation))
        return handle

    def __lt__(self, other):
        return self._deadline < other._deadline


class Task(asyncio.Task):
    """A task whose hash is its number: 1 for the first one created, then 2, …

    Elsewhere it is the task's address, so that the order of a set of tasks (`all_tasks()`, and hence the order in
    which `asyncio.run` cancels what is left; the results of `wait()`) changes from run to run.
    """

    __slots__ = ("_number",)
    __module__ = "_asyncio"

    def __new__(cls, *args, **options):
        task = super().__new__(cls, *args, **options)
        task._number = next(_task_number)
        return task

    def __hash__(self):
        return self._number


class _Resolution(float):
    """The loop's clock resolution: the loop adds it to the time to learn up to where timers are due."""

    def __radd__(self, now):
        return _DueUntil(now + float(self))


class _DueUntil(float):
    """Answers the loop's `handle._when >= end_time` to the nanosecond, where floats would be too coarse."""

    def __le__(self, when):
        deadline_ns = nanoseconds(when)
        return deadline_ns is None or deadline_ns > clock.now_ns


class LoopSelector(network.Selector):
    """Waits for the running loop: to its next deadline, to the nanosecond."""

    def deadline_ns(self, timeout):
        running = asyncio._get_running_loop()
        if getattr(running, "_selector", None) is not self:
            return super().deadline_ns(timeout)
        return nanoseconds(running._scheduled[0]._when) if running._scheduled else None


def _transport_hash(self):
    """The number of a transport, so that the order of a server's set of clients is always the same."""
    if "_number" not in self.__dict__:
        self._number = next(_transport_number)
    return self._number


def _time(self):
    """Returns the virtual time in seconds since the start."""
    return monotonic() if _asked_by_program() else clock.now_ns / 1e9


def _asked_by_program():
    return not sys._getframe(2).f_globals.get("__name__", "").startswith("asyncio.")


def _get_event_loop(self):
    """Makes a loop for the main thread if none was ever set, as CPython did up to 3.13 (there with a warning)."""
    local = self._local
    if (
        local._loop is None
        and not getattr(local, "_set_called", False)
        and threading.current_thread() is threading.main_thread()
    ):
        self.set_event_loop(self.new_event_loop())
    if local._loop is None:
        name = threading.current_thread().name
        raise RuntimeError(f"There is no current event loop in thread {name!r}.")
    return local._loop


def install():
    """Makes every loop of asyncio, however it is created, a loop of this world."""
    LoopSelector.__name__ = "EpollSelector"  # which asyncio logs
    selectors.DefaultSelector = LoopSelector
    selector_events._SelectorTransport.__hash__ = _transport_hash
    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    tasks.Task = asyncio.Task = Task
    if hasattr(tasks, "create_eager_task_factory"):
        tasks.eager_task_factory = asyncio.eager_task_factory = tasks.create_eager_task_factory(Task)
    base_events.BaseEventLoop.time = _time

    real_init = selector_events.BaseSelectorEventLoop.__init__

    def init(self, selector=None):
        real_init(self, selector)
        self._clock_resolution = _Resolution(1e-9)

    selector_events.BaseSelectorEventLoop.__init__ = init

    # The class lost its public name in 3.14.
    policy = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy
    policy.get_event_loop = _get_event_loop
    unix_policy = type(_current_policy())
    real_set = unix_policy.set_event_loop

    def set_event_loop(self, loop):
        real_set(self, loop)
        self._local._set_called = True

    unix_policy.set_event_loop = set_event_loop


def _current_policy():
    get = getattr(events, "_get_event_loop_policy", None) or events.get_event_loop_policy
    return get()
