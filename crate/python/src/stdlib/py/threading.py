"""`threading`: threads of the simulated world, one at a time, and what they wait for.

Long because all that blocks goes through the same few functions at its top.
"""

import sys as _sys
from traceback import print_exception as _print_exception

from _collections import deque as _deque
from _loopscope_threads import (
    _clock_ns,
    _new_thread,
    _run_now,
    _run_thread,
    _running_thread,
    _thread_name,
    _wait,
    _wake,
)

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
    "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
    "Timer", "ThreadError", "ExceptHookArgs", "setprofile", "settrace", "local", "stack_size", "excepthook",
    "get_native_id",
]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
get_ident = _running_thread
get_native_id = _running_thread


class _Waiter:
    """What one thread waits for, once."""

    woken = False

    def wait(self, deadline_ns=None):
        """Waits to be woken or for the deadline; returns whether it was woken."""
        self.woken = False
        _wait(self, deadline_ns)
        return self.woken

    def wake(self):
        if _wake(self):
            self.woken = True


def _deadline(timeout):
    if timeout is None:
        return None
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return _clock_ns() + max(round(timeout * 1e9), 0)


class Lock:
    """Held by one thread at a time; those who wait are woken in their order."""

    __module__ = "_thread"
    __qualname__ = "lock"

    def __init__(self):
        self._locked = False
        self._waiters = _deque()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if self._locked and blocking:
            self._wait(None if timeout == -1 else _deadline(timeout))
        if self._locked:
            return False
        self._locked = True
        return True

    def _wait(self, deadline_ns):
        waiter = _Waiter()
        self._waiters.append(waiter)
        while self._locked:
            if not waiter.wait(deadline_ns):
                self._waiters.remove(waiter)
                return
            if self._locked:  # another thread came in between: still the first in line
                self._waiters.appendleft(waiter)

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        if self._waiters:
            self._waiters.popleft().wake()

    def locked(self):
        return self._locked

    __enter__ = acquire

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


_allocate_lock = Lock


class RLock:
    """A lock that its owner may acquire again."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        owner = _active[self._owner].name if self._owner in _active else self._owner
        state = "locked" if self._count else "unlocked"
        return f"<{state} threading.RLock object owner={owner!r} count={self._count} at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        me = _running_thread()
        if self._owner == me:
            self._count += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    __enter__ = acquire

    def release(self):
        if self._owner != _running_thread():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *details):
        self.release()

    def locked(self):
        return self._block.locked()

    def _is_owned(self):
        return self._owner == _running_thread()

    def _release_save(self):
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state


class Condition:
    """Lets threads wait until one tells them that something has changed."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.locked = self._lock.locked
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        own = getattr(self._lock, "_is_owned", None)
        return self._lock.locked() if own is None else own()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        save = getattr(self._lock, "_release_save", None)
        state = self._lock.release() if save is None else save()
        gotten = False
        try:
            if timeout is None:
                gotten = waiter.acquire()
            else:
                gotten = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return gotten
        finally:
            if save is None:
                self._lock.acquire()
            else:
                self._lock._acquire_restore(state)
            if not gotten and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        deadline_ns = _deadline(timeout)
        result = predicate()
        while not result:
            left = None
            if deadline_ns is not None:
                left = (deadline_ns - _clock_ns()) / 1e9
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """Lets in as many threads as it has permits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        name = type(self).__qualname__
        return f"<{type(self).__module__}.{name} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline_ns = _deadline(timeout)
        with self._cond:
            while self._value == 0:
                left = None
                if deadline_ns is not None:
                    left = (deadline_ns - _clock_ns()) / 1e9
                if not blocking or (left is not None and left <= 0):
                    return False
                self._cond.wait(left)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        name = type(self).__qualname__
        value = f"{self._value}/{self._initial_value}"
        return f"<{type(self).__module__}.{name} at {id(self):#x}: value={value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets threads go on together when enough of them have come."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if self._state == "broken":
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self._count}/{self._parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _release(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = "draining"
        self._cond.notify_all()

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state != "draining":
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state != "draining":
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


class local:
    """Attributes of which each thread has its own."""

    def __init__(self, /, *args, **kwargs):
        if (args or kwargs) and type(self).__init__ is local.__init__:
            raise TypeError("Initialization arguments are not supported")

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_local_args", (args, kwargs))
        object.__setattr__(self, "_local_dicts", {_running_thread(): {}})
        return self

    def __getattribute__(self, name):
        if name.startswith("_local_"):
            return object.__getattribute__(self, name)
        mine = _local_dict(self)
        if name == "__dict__":
            return mine
        if name in mine:
            return mine[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise AttributeError(f"'_thread._local' object has no attribute {name!r}", name=name, obj=self)

    def __setattr__(self, name, value):
        if name == "__dict__":
            kind = type(self).__name__
            raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        else:
            _local_dict(self)[name] = value

    def __delattr__(self, name):
        mine = _local_dict(self)
        if name not in mine:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        del mine[name]


def _local_dict(self):
    dicts = object.__getattribute__(self, "_local_dicts")
    me = _running_thread()
    if me not in dicts:
        dicts[me] = {}
        args, kwargs = object.__getattribute__(self, "_local_args")
        type(self).__init__(self, *args, **kwargs)
    return dicts[me]


class ExceptHookArgs:
    """What `excepthook` is told of an exception that ended a thread."""

    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args, /):
    """Says on standard error what ended a thread."""
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    print(f"Exception in thread {name}:", file=_sys.stderr)
    _print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=_sys.stderr)


__excepthook__ = excepthook
_active = {}
_waited_for = []
_n_named = 0


def _next_name(template):
    global _n_named
    _n_named += 1
    return template % _n_named


class Thread:
    """A thread of the program's own."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = _next_name("Thread-%d")
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._context = context
        self._ident = None
        self._started = Event()
        self._running = Lock()
        self._is_done = False

    def __repr__(self):
        if self._ident is None and not self._started.is_set():
            status = "initial"
        else:
            status = "stopped" if self._is_done else "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        if not hasattr(self, "_started"):
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        self._ident = _new_thread(self._name)
        _active[self._ident] = self
        self._running.acquire()
        if not self._daemonic:
            _waited_for.append(self)
        self._started.set()
        if self._context is None:
            _run_thread(self._ident, self._bootstrap)
        else:
            _run_thread(self._ident, lambda: self._context.run(self._bootstrap))

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)  #~ 1025
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self.run()  #~ 1083
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._is_done = True
            _active.pop(self._ident, None)
            self._running.release()

    def join(self, timeout=None):
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        if self._running.acquire(True, -1 if timeout is None else timeout):
            self._running.release()

    def is_alive(self):
        return self._started.is_set() and not self._is_done

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)  #~ 1386
        self.finished.set()


class _KnownThread(Thread):
    """A thread that was not started here: the main one, and those of asyncio."""

    def __init__(self, name, daemon):
        super().__init__(name=name, daemon=daemon)
        self._ident = _running_thread()
        self._started.set()
        self._running.acquire()
        _active[self._ident] = self


class _MainThread(_KnownThread):
    pass


class _DummyThread(_KnownThread):
    pass


def current_thread():
    """The thread that runs."""
    me = _running_thread()
    if me not in _active:
        name = _thread_name()
        kind = Thread if name.startswith("asyncio_") else _DummyThread
        known = _KnownThread(name, False)
        known.__class__ = kind
    return _active[me]


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    """All threads that are alive."""
    return list(_active.values())


def active_count():
    return len(_active)


activeCount = active_count


def settrace(func):
    """Kept for its name: nothing is traced."""


setprofile = settrace


def stack_size(size=0):
    return 0


_at_exit = []


def _register_atexit(function, *args, **kwargs):
    _at_exit.append((function, args, kwargs))


def _shutdown():
    """What the main thread does at its end."""
    for function, args, kwargs in reversed(_at_exit):
        function(*args, **kwargs)
    while _waited_for:
        _waited_for.pop(0).join()


_main_daemon = type("_Nobody", (), {"daemon": False})
_active[_running_thread()] = _main_daemon
_main_thread = _MainThread("MainThread", False)
