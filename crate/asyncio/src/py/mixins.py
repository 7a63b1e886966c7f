"""What locks and queues share."""

from asyncio import _get_running_loop
from _loopscope_asyncio import _new_waiter, _waiter_of

__all__ = ()


class LoopBound:
    """Belongs to the loop in which it first had to wait."""

    _loop = None

    def _get_loop(self):
        running = _get_running_loop()
        if self._loop is None:
            self._loop = running
        if running is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return running

    def _waiter(self, kind):
        """A future to wait for, which says what for."""
        if (waiter := _waiter_of(self, kind)) is not None:
            return waiter
        loop = self._get_loop()
        if loop is None:
            loop.create_future  # there is none: this says so as CPython does
        return _new_waiter(loop, kind, self)
