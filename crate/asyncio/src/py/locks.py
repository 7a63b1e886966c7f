"""Lock, Event, Condition, Semaphore, Barrier."""

from _collections import deque

from asyncio.exceptions import BrokenBarrierError, CancelledError
from asyncio.mixins import LoopBound
from _loopscope_asyncio import _waiter_among, _wake_all

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _AsyncWith:
    """`async with` acquires and releases."""

    async def __aenter__(self):  #~ 13
        await self.acquire()  #~ 14

    async def __aexit__(self, kind, error, traceback):
        self.release()


def _described(base, state, waiters):
    """`<… [state, waiters:n]>` from the plain repr."""
    if waiters:
        state = f"{state}, waiters:{len(waiters)}"
    return f"<{base[1:-1]} [{state}]>"


class Lock(_AsyncWith, LoopBound):
    """Held by one at a time; those who wait get it in their order."""

    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return _described(super().__repr__(), "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        """Whether somebody holds it."""
        return self._locked

    async def acquire(self):  #~ 90
        """Waits until the lock is free and all who came before have had it; then takes it."""
        if not self._locked and (not self._waiters or all(each.cancelled() for each in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._waiter("lock")
        self._waiters.append(waiter)
        try:
            try:
                await waiter  #~ 110
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # The lock may have been meant for us: pass it on.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Frees the lock and wakes the first who waits."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")  #~ 142
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(LoopBound):
    """A flag that can be waited for."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _described(super().__repr__(), "set" if self._value else "unset", self._waiters)

    def is_set(self):
        """Whether the flag is up."""
        return self._value

    def set(self):
        """Raises the flag and wakes all who wait."""
        if self._value:
            return
        self._value = True
        _wake_all(self._waiters, True)

    def clear(self):
        """Lowers the flag."""
        self._value = False

    async def wait(self):  #~ 200
        """Waits until the flag is up."""
        if self._value:
            return True
        waiter = _waiter_among(self, self._waiters, "event")
        if waiter is None:
            waiter = self._waiter("event")
            self._waiters.append(waiter)
        try:
            await waiter  #~ 213
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_AsyncWith, LoopBound):
    """A lock whose holders can wait for each other's news."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return _described(super().__repr__(), "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):  #~ 248
        """Gives the lock up, waits for a notification, and takes the lock again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")  #~ 264
        waiter = self._waiter("condition")
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter  #~ 272
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._take_lock_again()
        except BaseException:
            # The notification may have been ours: somebody else must hear of it.
            self._notify(1)
            raise

    async def _take_lock_again(self):
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            try:
                raise cancelled
            finally:
                cancelled = None

    async def wait_for(self, predicate):  #~ 303
        """Waits until the predicate is true, asking after each notification."""
        while not (answer := predicate()):
            await self.wait()  #~ 313
        return answer

    def notify(self, n=1):
        """Wakes the first `n` who wait."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")  #~ 330
        self._notify(n)

    def _notify(self, n):
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        """Wakes all who wait."""
        self.notify(len(self._waiters))


class Semaphore(_AsyncWith, LoopBound):
    """Lets a number of holders in at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")  #~ 369
        self._waiters = None
        self._value = value

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return _described(super().__repr__(), state, self._waiters)

    def locked(self):
        """Whether `acquire()` would have to wait: no room, or others came before."""
        if self._value == 0:
            return True
        return any(not waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):  #~ 386
        """Waits for room and for all who came before; then goes in."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._waiter("semaphore")
        self._waiters.append(waiter)
        try:
            try:
                await waiter  #~ 407
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # Room was already made for us: give it back.
            if waiter.done() and not waiter.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_up_next():
                pass
        return True

    def release(self):
        """Goes out and lets the next in."""
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than there were acquisitions."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        """Goes out and lets the next in."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")  #~ 464
        super().release()


class Barrier(LoopBound):
    """Holds its tasks until a number of them have come; then lets all go on together.

    Its states: "filling", "draining" (all are on their way out), "resetting", "broken".
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")  #~ 488
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return _described(super().__repr__(), state, None)

    async def __aenter__(self):  #~ 503
        return await self.wait()  #~ 506

    async def __aexit__(self, *details):
        pass

    async def wait(self):  #~ 511
        """Waits for the others; returns the order of coming, from 0."""
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")  #~ 519 548
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                else:
                    await self._wait_for_others()  #~ 527
                return index
            finally:
                self._count -= 1
                self._leave()

    async def _wait_for_others(self):
        await self._cond.wait_for(lambda: self._state != "filling")  #~ 564
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError("Abort or reset of barrier")  #~ 567

    def _leave(self):
        if self._count == 0:
            if self._state in ("resetting", "draining"):
                self._state = "filling"
            self._cond.notify_all()

    async def reset(self):
        """Goes back to the empty state; those who wait get `BrokenBarrierError`."""
        async with self._cond:
            self._state = "resetting" if self._count > 0 else "filling"
            self._cond.notify_all()

    async def abort(self):
        """Breaks the barrier for all, now and later."""
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        """How many it waits for."""
        return self._parties

    @property
    def n_waiting(self):
        """How many have come and wait."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Whether it was aborted."""
        return self._state == "broken"
