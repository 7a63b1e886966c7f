"""Threads, one at a time, and the only place where the clock moves.

Threads are real, but exactly one runs: each other one waits for its baton. A thread hands the baton on where it
blocks (sleep, lock, join, queue, an event loop waiting for events), and nowhere else.
"""

import _thread
import collections
import itertools
import os
import queue
import sys
import threading
import time

from .clock import clock, monotonic, nanoseconds, real_sleep

NOTHING_LEFT = "loopscope: nothing can ever happen again"
NOTHING_LEFT_STATUS = 3


class Waiter:
    """One thread that doesn't run."""

    def __init__(self, deadline_ns=None, poll=None):
        self.deadline_ns = deadline_ns  # when it goes on by itself; None: never
        self.poll = poll  # says whether something outside the world's knowledge, a descriptor, is ready
        self.woken = False  # whether another thread woke it, before its deadline
        self._baton = _real_allocate_lock()
        self._baton.acquire()

    def run(self):
        self._baton.release()

    def wait_to_run(self):
        self._baton.acquire()


class Scheduler:
    """Decides which thread runs, and moves the clock when none can."""

    def __init__(self):
        self._ready = collections.deque()
        self._blocked = []  # in the order of falling asleep
        self.last_woken = None
        self.on_end = lambda: None

    def block(self, deadline_ns=None, poll=None, waiter=None):
        """Stops the calling thread until it is woken or its deadline comes; returns whether it was woken."""
        waiter = waiter or Waiter()
        waiter.deadline_ns, waiter.poll, waiter.woken = deadline_ns, poll, False
        self._blocked.append(waiter)
        self._pass_baton(waiter)
        return waiter.woken

    def wake(self, waiter):
        """Lets a blocked thread run as soon as the running one blocks."""
        if waiter in self._blocked:
            self._blocked.remove(waiter)
            waiter.woken = True
            self._ready.append(waiter)
            self.last_woken = waiter

    def start(self, function):
        """Runs a function in a new thread, at once and until it first blocks."""
        fresh, me = Waiter(), Waiter()

        def run():
            fresh.wait_to_run()
            try:
                function()
            finally:
                self._next().run()  # the thread ends here

        self._ready.extendleft((me, fresh))
        ident = _real_start_new_thread(run, ())
        self._pass_baton(me)
        return ident

    def run_now(self, waiter):
        """Lets a thread that is ready run at once, until it blocks."""
        if waiter in self._ready:
            me = Waiter()
            self._ready.remove(waiter)
            self._ready.extendleft((me, waiter))
            self._pass_baton(me)

    def _pass_baton(self, me):
        chosen = self._next()
        if chosen is not me:
            chosen.run()
            me.wait_to_run()

    def _next(self):
        """Takes out the thread to run: the first that is ready, or else the one whose deadline comes first."""
        if not self._ready:
            for waiter in [each for each in self._blocked if each.poll]:
                if waiter.poll():
                    self.wake(waiter)
        if self._ready:
            return self._ready.popleft()
        sleepers = [each for each in self._blocked if each.deadline_ns is not None]
        if not sleepers:
            self._end()
        first = min(sleepers, key=lambda each: each.deadline_ns)  # of equal ones the first asleep
        self._blocked.remove(first)
        clock.advance_to(first.deadline_ns)
        return first

    def _end(self):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        print(NOTHING_LEFT, file=sys.stderr, flush=True)
        self.on_end()
        os._exit(NOTHING_LEFT_STATUS)


_real_allocate_lock = _thread.allocate_lock
_real_start_new_thread = _thread.start_new_thread
scheduler = Scheduler()


class Lock:
    """What `threading.Lock` is: whoever asks first when it is free gets it; waiters are woken in order."""

    __module__ = "_thread"
    __qualname__ = "lock"

    def __init__(self):
        self._locked = False
        self._waiters = collections.deque()

    def acquire(self, blocking=True, timeout=-1):
        if self._locked and blocking:
            self._wait(None if timeout < 0 else clock.now_ns + nanoseconds(timeout))
        if self._locked:
            return False
        self._locked = True
        return True

    def _wait(self, deadline_ns):
        waiter = Waiter()
        self._waiters.append(waiter)
        while self._locked:
            if not scheduler.block(deadline_ns, waiter=waiter):
                self._waiters.remove(waiter)
                return
            if self._locked:  # another thread came in between: still the first in line
                self._waiters.appendleft(waiter)

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        if self._waiters:
            scheduler.wake(self._waiters.popleft())

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def _at_fork_reinit(self):
        self.__init__()


class ThreadHandle:
    """What CPython 3.13 and later give each `Thread` to be joined by."""

    def __init__(self):
        self.ident = None
        self._running = Lock()
        self._running.acquire()

    def is_done(self):
        return not self._running.locked()

    def join(self, timeout=None):
        if self._running.acquire(timeout=-1 if timeout is None else timeout):
            self._running.release()

    def _set_done(self):
        if self._running.locked():
            self._running.release()


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)) or not 0 <= seconds < 9.2e9:
        real_sleep(seconds)  # raises what CPython raises
    scheduler.block(clock.now_ns + nanoseconds(seconds))


def install():
    """Replaces what threads block on."""
    time.sleep = sleep
    threading._time = monotonic
    threading.Lock = threading._allocate_lock = Lock
    threading._CRLock = None  # `threading.RLock` then is the one written in Python, upon `Lock`
    queue.SimpleQueue = queue._PySimpleQueue
    queue.time = monotonic
    _thread.start_new_thread = _start_new_thread
    if hasattr(threading, "_start_joinable_thread"):
        _install_joinable()
    else:
        _install_sentinels()
    for name in ("_active_limbo_lock", "_shutdown_locks_lock"):
        if hasattr(threading, name):
            setattr(threading, name, threading.RLock() if name == "_active_limbo_lock" else Lock())
    _install_executor()


def _start_new_thread(function, args, kwargs=None):
    return scheduler.start(lambda: function(*args, **(kwargs or {})))


def _install_joinable():
    waited_for = []

    def start_joinable_thread(function, handle=None, daemon=True):
        handle = handle or ThreadHandle()
        if not daemon:
            waited_for.append(handle)

        def run():
            handle.ident = _thread.get_ident()
            try:
                function()
            finally:
                handle._set_done()

        scheduler.start(run)
        return handle

    def shutdown():
        while waited_for:
            waited_for.pop(0).join()

    threading._start_joinable_thread = start_joinable_thread
    threading._ThreadHandle = ThreadHandle
    threading._thread_shutdown = shutdown


def _install_sentinels():
    """Up to 3.12 a thread is joined by a lock that the interpreter releases when the thread has ended."""
    sentinels = threading.local()

    def set_sentinel():
        sentinels.mine = Lock()
        return sentinels.mine

    def start_new_thread(function, args):
        def run():
            try:
                function(*args)
            finally:
                if sentinels.mine.locked():
                    sentinels.mine.release()

        return scheduler.start(run)

    threading._set_sentinel = set_sentinel
    threading._start_new_thread = start_new_thread
    # The main thread's, made before.
    threading._main_thread._tstate_lock = set_sentinel()
    threading._main_thread._tstate_lock.acquire()
    threading._shutdown_locks.clear()


def _install_executor():
    """A function handed to a pool runs at submission, in an idle worker too."""
    from concurrent.futures.thread import ThreadPoolExecutor

    real_submit = ThreadPoolExecutor.submit

    def submit(self, fn, /, *args, **kwargs):
        n_threads = len(self._threads)
        scheduler.last_woken = None
        future = real_submit(self, fn, *args, **kwargs)
        if len(self._threads) == n_threads and scheduler.last_woken is not None:
            scheduler.run_now(scheduler.last_woken)
        return future

    ThreadPoolExecutor.submit = submit
