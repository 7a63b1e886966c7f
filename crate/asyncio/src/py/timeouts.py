"""`async with timeout(…)`."""

from asyncio import current_task, get_running_loop
from asyncio.exceptions import CancelledError
from _loopscope_asyncio import _now

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """Cancels the task inside it when its time comes, and makes a `TimeoutError` of that.

    Its states: "created", "active", "expiring" (the task is cancelled), "expired", "finished".
    """

    def __init__(self, when):
        self._state = "created"
        self._timeout_handler = None
        self._task = None
        self._when = when

    def when(self):
        """The deadline in seconds of the loop's clock, or `None`."""
        return self._when

    def reschedule(self, when):
        """Moves the deadline."""
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")  #~ 53
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")  #~ 54
        self._when = when
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if when is not None:
            loop = get_running_loop()
            if when <= _now():
                self._timeout_handler = loop.call_soon(self._on_timeout)
            else:
                self._timeout_handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether the time was up before the block was."""
        return self._state in ("expiring", "expired")

    def __repr__(self):
        details = ""
        if self._state == "active":
            when = None if self._when is None else round(self._when, 3)
            details = f" when={when}"
        return f"<Timeout [{self._state}]{details}>"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")  #~ 86
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")  #~ 89
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)  #~ 93
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # Only if nobody else has cancelled the task is the cancellation all ours.
            is_ours = self._task.uncancel() <= self._cancelling
            if is_ours and kind is not None:
                if issubclass(kind, CancelledError):
                    raise TimeoutError from error  #~ 115
                self._explain(error)
                if isinstance(error, ExceptionGroup):
                    for each in error.exceptions:
                        self._explain(each)
        return None

    def _on_timeout(self):  #~ 126
        self._task.cancel()
        self._state = "expiring"
        self._timeout_handler = None

    @staticmethod
    def _explain(error):
        """Where an error came of the cancellation, puts the time-out between them."""
        while error.__context__ is not None:
            if isinstance(error.__context__, CancelledError):
                late = TimeoutError()
                late.__context__ = late.__cause__ = error.__context__
                error.__context__ = late
                break
            error = error.__context__


def timeout(delay):
    """Gives the block `delay` seconds; `None` for any time."""
    get_running_loop()  #~ 160
    return Timeout(None if delay is None else _now() + delay)


def timeout_at(when):
    """Gives the block until a time of the loop's clock; `None` for ever."""
    return Timeout(when)
