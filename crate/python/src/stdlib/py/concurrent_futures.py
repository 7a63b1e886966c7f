"""`concurrent.futures`: functions that run in threads, and their outcomes."""

import types
from _collections import deque
from threading import (
    Condition,
    Event,
    RLock,
    Thread,
    _clock_ns,
    _deadline,
    _register_atexit,
    _run_now,
    _Waiter,
)

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
    "InvalidStateError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
    "ProcessPoolExecutor", "ThreadPoolExecutor",
]

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
FINISHED = "FINISHED"
CPU_COUNT = 4
TimeoutError = TimeoutError


class Error(Exception):
    """Base class for all future-related exceptions."""

    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    """The Future was cancelled."""

    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    """The operation is not allowed in this state."""

    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""

    __module__ = "concurrent.futures._base"


class Future:
    """The outcome of a call in another thread."""

    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._condition = Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        text = f"<{type(self).__name__} at {id(self):#x} state={self._state.lower()}"
        if self._state == FINISHED:
            if self._exception:
                return f"{text} raised {type(self._exception).__name__}>"
            return f"{text} returned {type(self._result).__name__}>"
        return f"{text}>"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state == CANCELLED:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state == CANCELLED

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in (CANCELLED, FINISHED)

    def add_done_callback(self, fn):
        if not self.done():
            self._done_callbacks.append(fn)
            return
        self._call(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)
        for waiter in list(self._waiters):
            waiter.future_done(self)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            import sys
            import traceback

            print(f"exception calling callback for {self!r}", file=sys.stderr)
            traceback.print_exception(error)

    def _wait_done(self, timeout):
        """Whether it had to wait: lines of CPython's that do the same before and after have their own numbers."""
        with self._condition:
            if self.done():
                return False
            self._condition.wait(timeout)
            return True

    def result(self, timeout=None):
        has_waited = self._wait_done(timeout)
        try:
            if self._state == CANCELLED:
                if has_waited:
                    raise CancelledError()  #~ concurrent/futures/_base.py:452
                raise CancelledError()  #~ concurrent/futures/_base.py:445
            if self._state != FINISHED:
                raise TimeoutError()  #~ concurrent/futures/_base.py:456
            if self._exception is not None:
                if has_waited:
                    raise self._exception  #~ concurrent/futures/_base.py:454 concurrent/futures/_base.py:396
                raise self._exception  #~ concurrent/futures/_base.py:447 concurrent/futures/_base.py:396
            return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        has_waited = self._wait_done(timeout)
        if self._state == CANCELLED:
            if has_waited:
                raise CancelledError()  #~ concurrent/futures/_base.py:488
            raise CancelledError()  #~ concurrent/futures/_base.py:481
        if self._state != FINISHED:
            raise TimeoutError()  #~ concurrent/futures/_base.py:492
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                return False
            if self._state != PENDING:
                raise RuntimeError("Future in unexpected state")
            self._state = RUNNING
            return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._condition.notify_all()
        self._invoke_callbacks()

    __class_getitem__ = classmethod(types.GenericAlias)


class _Finished:
    """Gathers futures that are done, for those who wait."""

    def __init__(self, futures, enough):
        self.futures = futures
        self.enough = enough
        self.finished = []
        self.event = Event()
        for future in futures:
            future._waiters.append(self)

    def future_done(self, future):
        self.finished.append(future)
        if self.enough(future):
            self.event.set()

    def leave(self):
        for future in self.futures:
            if self in future._waiters:
                future._waiters.remove(self)


DoneAndNotDoneFutures = None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; returns those that are done and those that aren't."""
    fs = set(fs)
    done = {future for future in fs if future.done()}
    not_done = fs - done

    def is_enough(future=None):
        if return_when == FIRST_COMPLETED:
            return bool(done) or future is not None
        failed = [each for each in (*done, future) if each and not each.cancelled() and each._exception]
        if return_when == FIRST_EXCEPTION and failed:
            return True
        return not [each for each in not_done if not each.done()]

    if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    if not is_enough():
        waiter = _Finished(not_done, is_enough)
        waiter.event.wait(timeout)
        waiter.leave()
        done.update(waiter.finished)
    return _done_and_not_done()(done, fs - done)


def _done_and_not_done():
    global DoneAndNotDoneFutures
    if DoneAndNotDoneFutures is None:
        from collections import namedtuple

        DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")
        DoneAndNotDoneFutures.__module__ = "concurrent.futures._base"
    return DoneAndNotDoneFutures


def as_completed(fs, timeout=None):
    """Yields futures as they are done."""
    deadline_ns = _deadline(timeout)
    fs = set(fs)
    n_total = len(fs)
    finished = {future for future in fs if future.done()}
    waiter = _Finished(fs - finished, lambda future: True)
    pending = fs - finished
    try:
        for future in list(finished):
            yield future
        while pending:
            left = None
            if deadline_ns is not None:
                left = (deadline_ns - _clock_ns()) / 1e9
                if left <= 0 and not waiter.finished:
                    raise TimeoutError(f"{len(pending)} (of {n_total}) futures unfinished")
            waiter.event.wait(left)
            waiter.event.clear()
            found, waiter.finished = waiter.finished, []
            for future in found:
                pending.discard(future)
            yield from found
    finally:
        waiter.leave()


class Executor:
    """Something that runs functions for others."""

    __module__ = "concurrent.futures._base"

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        deadline_ns = _deadline(timeout)
        futures = deque(self.submit(fn, *args) for args in zip(*iterables))

        def results():
            try:
                while futures:
                    future = futures.popleft()
                    if deadline_ns is None:
                        yield future.result()  #~ concurrent/futures/_base.py:645 concurrent/futures/_base.py:312
                    else:
                        remaining = (deadline_ns - _clock_ns()) / 1e9
                        yield future.result(remaining)  #~ concurrent/futures/_base.py:647 concurrent/futures/_base.py:312
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.shutdown(wait=True)
        return False


_n_pools = 0


class ThreadPoolExecutor(Executor):
    """Runs functions in a number of threads."""

    __module__ = "concurrent.futures.thread"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **ctxkwargs):
        global _n_pools
        if max_workers is None:
            max_workers = min(32, CPU_COUNT + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{_n_pools}"
            _n_pools += 1
        self._max_workers = max_workers
        self._prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._jobs = deque()
        self._idle = deque()
        self._threads = []
        self._shutdown = False
        self._broken = False
        _pools.append(self)

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _has_ended:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._jobs.append((future, fn, args, kwargs))
        if self._idle:
            waiter = self._idle.popleft()
            waiter.wake()
            _run_now(waiter)
        elif len(self._threads) < self._max_workers:
            name = f"{self._prefix}_{len(self._threads)}"
            thread = Thread(name=name, target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException as error:
                self._initializer_failed(error)
                return
        while True:
            while self._jobs:
                future, fn, args, kwargs = self._jobs.popleft()
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    result = fn(*args, **kwargs)  #~ concurrent/futures/thread.py:86 concurrent/futures/thread.py:73
                except BaseException as error:
                    future.set_exception(error)
                    error = None
                else:
                    future.set_result(result)
                future = fn = args = kwargs = result = None
            if self._shutdown or _has_ended:
                return
            waiter = _Waiter()
            self._idle.append(waiter)
            waiter.wait()

    def _initializer_failed(self, error):
        import sys
        import traceback

        print("Exception in initializer:", file=sys.stderr)
        traceback.print_exception(error)
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        while self._jobs:
            self._jobs.popleft()[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._jobs:
                self._jobs.popleft()[0].cancel()
        self._dismiss()
        if wait:
            for thread in self._threads:
                thread.join()

    def _dismiss(self):
        """Wakes the threads that have nothing to do, so that they end."""
        while self._idle:
            self._idle.popleft().wake()


class BrokenThreadPool(BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""

    __module__ = "concurrent.futures.thread"


class ProcessPoolExecutor(Executor):
    """Processes don't exist here."""

    __module__ = "concurrent.futures.process"

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), **options):
        raise NotImplementedError(
            "ProcessPoolExecutor is not supported by Loopscope: there is one process; see LIMITATIONS.md"
        )


_pools = []
_has_ended = False


def _end():
    """What the main thread does at its end: waits for all functions to end."""
    global _has_ended
    _has_ended = True
    for pool in _pools:
        pool._dismiss()
        for thread in pool._threads:
            thread.join()


_register_atexit(_end)
thread = types.SimpleNamespace(ThreadPoolExecutor=ThreadPoolExecutor, BrokenThreadPool=BrokenThreadPool)
process = types.SimpleNamespace(ProcessPoolExecutor=ProcessPoolExecutor)
