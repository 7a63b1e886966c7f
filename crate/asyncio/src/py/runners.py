"""`asyncio.run()`."""

import asyncio
from asyncio import _get_running_loop, all_tasks, gather, iscoroutine
from asyncio.base_events import _wrap_awaitable
from asyncio.exceptions import CancelledError
from _loopscope_asyncio import _isawaitable
from _loopscope_signal import _in_main_thread, _set_signal_handler, _signal_handler
from contextvars import copy_context

__all__ = ("Runner", "run")

SHUTDOWN_SECONDS = 300
SIGINT = 2


class Runner:
    """Keeps a loop for several runs. Its states: "created", "initialized", "closed"."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()  #~ 60
        return self

    def __exit__(self, kind, error, traceback):
        self.close()  #~ 64

    def close(self):
        """Ends what is left in the loop, and the loop."""
        if self._state != "initialized":
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)  #~ 72
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(SHUTDOWN_SECONDS))
        finally:
            if self._set_event_loop:
                asyncio.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        """The loop, made if there is none yet."""
        self._lazy_init()  #~ 85
        return self._loop

    def run(self, coro, *, context=None):
        """Runs a coroutine to its end."""
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")  #~ 92
        self._lazy_init()  #~ 95
        if not iscoroutine(coro):
            if not _isawaitable(coro):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")  #~ 104
            coro = _wrap_awaitable(coro)
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)  #~ 110
        self._interrupt_count = 0
        on_interrupt = None
        if _in_main_thread() and _signal_handler(SIGINT) is None:

            def on_interrupt(signum, frame):
                self._on_sigint(task)

            _set_signal_handler(SIGINT, on_interrupt, None)
        try:
            return self._loop.run_until_complete(task)  #~ 128
        except CancelledError:
            if self._interrupt_count > 0:
                uncancel = getattr(task, "uncancel", None)
                if uncancel is not None and uncancel() == 0:
                    raise KeyboardInterrupt()  #~ 133
            raise
        finally:
            if on_interrupt is not None and _signal_handler(SIGINT) is on_interrupt:
                _set_signal_handler(SIGINT, None, None)

    def _on_sigint(self, main_task):
        self._interrupt_count += 1
        if self._interrupt_count == 1 and not main_task.done():
            main_task.cancel()
            self._loop.call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()  #~ 167

    def _lazy_init(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")  #~ 143
        if self._state == "initialized":
            return
        if self._loop_factory is None:
            self._loop = asyncio.new_event_loop()
            if not self._set_event_loop:
                asyncio.set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = "initialized"


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine in a loop of its own and ends everything that it leaves behind."""
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")  #~ 201
    with Runner(debug=debug, loop_factory=loop_factory) as runner:  #~ 204
        return runner.run(main)  #~ 205


def _cancel_all_tasks(loop):
    left = all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(gather(*left, return_exceptions=True))  #~ 216
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })
