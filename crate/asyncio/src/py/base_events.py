"""Methods of event loops that are coroutines, and what loops say about errors."""

import sys

from asyncio import TimerHandle, gather, get_running_loop
from contextvars import copy_context
from _loopscope_asyncio import (
    _has_threads,
    _new_waiter,
    _report,
    _start_thread,
    _unsupported,
    _when_threads_end,
)

__all__ = ("to_thread",)


def _native_frames():
    """The places of CPython's library for which native code stands, each with its name here."""
    result  #~ 720
    stopped  #~ 718
    left  #~ 707 678 2064 events.py:94
    left_forever  #~ 678 2064 events.py:94
    callback  #~ events.py:94
    closed_call_soon  #~ 828 551
    closed_call_at  #~ 807 551
    closed_create_task  #~ 467 551
    closed_run_forever  #~ 675 644 551
    closed_run  #~ 695 551
    running_run_forever  #~ 675 645 632
    running_run  #~ 696 632
    other_run_forever  #~ 675 645 634
    other_run  #~ 696 634
    not_awaitable  #~ tasks.py:740


async def _wrap_awaitable(awaitable):
    return await awaitable  #~ tasks.py:735


async def shutdown_asyncgens(self):
    """Closes all asynchronous generators that have not ended."""
    generators = self._take_generators()
    if not generators:
        return
    outcomes = await gather(*[each.aclose() for each in generators], return_exceptions=True)
    for generator, outcome in zip(generators, outcomes):
        if isinstance(outcome, Exception):
            self.call_exception_handler({
                "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                "exception": outcome,
                "asyncgen": generator,
            })


async def shutdown_default_executor(self, timeout=None):
    """Waits for the threads of the default executor."""
    if self in _default_executors:
        executor = _default_executors.pop(self)
        await self.run_in_executor(None, executor.shutdown)
    if _has_threads(self):
        future = _new_waiter(self, "thread", None)
        _when_threads_end(future)
        await future


# The executors that programs have set, by loop.
_default_executors = {}


def set_default_executor(self, executor):
    """Sets what `run_in_executor(None, …)` and `to_thread()` use."""
    from asyncio.executors import check_default

    check_default(executor)
    _default_executors[self] = executor


def run_in_executor(self, executor, func, *args):
    """Runs a function in another thread."""
    self._check_closed()
    if executor is None:
        executor = _default_executors.get(self)
    if executor is not None:
        from asyncio.executors import run_in

        return run_in(self, executor, func, args)
    future = _new_waiter(self, "thread", None)
    _start_thread(self, future, run, (func, args))
    return future


def run(func, args):
    """What the first frame of a thread does."""
    return func(*args)  #~ concurrent/futures/thread.py:86 concurrent/futures/thread.py:73


async def to_thread(func, /, *args, **kwargs):  #~ threads.py:12
    """Runs a function in another thread, in a copy of the context; returns what it returns."""
    loop = get_running_loop()
    context = copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    return await loop.run_in_executor(None, call)  #~ threads.py:26


def default_exception_handler(self, context):
    """Says on standard error what went wrong."""
    lines = [context.get("message") or "Unhandled exception in event loop"]
    for key in sorted(context):
        if key == "source_traceback":
            lines.append(f"{key}: Object created at (most recent call last):\n{context[key].rstrip()}")
        elif key not in ("message", "exception"):
            lines.append(f"{key}: {context[key]!r}")
    logging = sys.modules.get("logging")
    if logging is None:
        _report("\n".join(lines), context.get("exception"))
    else:
        logging.getLogger("asyncio").error("\n".join(lines), exc_info=context.get("exception") or False)


def call_exception_handler(self, context):
    """Has an error reported, by the program's own handler if it has set one."""
    handler = self.get_exception_handler()
    if handler is None:
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _report("Exception in default exception handler", error)
        return
    try:
        subject = context.get("task") or context.get("future") or context.get("handle")
        own = getattr(subject, "get_context", None)
        if own is None:
            handler(self, context)  #~ 1947
        else:
            own().run(handler, self, context)  #~ 1945
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        try:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": error,
                "context": context,
            })
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _report(
                "Exception in default exception handler while handling an unexpected error "
                "in custom exception handler",
                error,
            )


class TaskStepMethWrapper:
    """Begins a step of a task: as a callback it is seen only in reports."""

    __module__ = "_asyncio"


class _TaskWakeup(TaskStepMethWrapper):
    """Goes on with a task when what it waits for is done."""

    def __init__(self):
        self.__qualname__ = "Task.task_wakeup"


def _step_callback(has_waited):
    """What a report shows as the callback that is a step of a task."""
    return _TaskWakeup() if has_waited else TaskStepMethWrapper()


def _compared(name, compare):
    """A method that compares two timers."""

    def method(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return compare(self, other)

    method.__name__ = name
    method.__qualname__ = "TimerHandle." + name
    return method


def __hash__(self):
    return hash(self.when())


TIMER_METHODS = (
    _compared("__lt__", lambda a, b: a.when() < b.when()),
    _compared("__le__", lambda a, b: a.when() < b.when() or a._key == b._key),
    _compared("__gt__", lambda a, b: a.when() > b.when()),
    _compared("__ge__", lambda a, b: a.when() > b.when() or a._key == b._key),
    _compared("__eq__", lambda a, b: a._key == b._key),
    __hash__,
)


def _refuse(name):
    def method(self, *args, **kwargs):
        _unsupported("loop." + name)

    method.__name__ = name
    method.__qualname__ = "BaseEventLoop." + name
    return method


def _of_network(class_name, name):
    """A method that is part of a module which few programs need."""

    def method(self, *args, **kwargs):
        import asyncio.selector_events as module

        return getattr(getattr(module, class_name), name)(self, *args, **kwargs)

    method.__name__ = name
    method.__qualname__ = f"{class_name}.{name}"
    return method


LOOP_METHODS = (
    shutdown_asyncgens,
    shutdown_default_executor,
    run_in_executor,
    set_default_executor,
    default_exception_handler,
    call_exception_handler,
    *[
        _refuse(name)
        for name in (
            "connect_read_pipe", "connect_write_pipe", "sendfile", "sock_sendfile",
            "start_tls", "subprocess_exec", "subprocess_shell",
        )
    ],
    *[
        _of_network("BaseEventLoop", name)
        for name in (
            "connect_accepted_socket", "create_connection", "create_datagram_endpoint",
            "create_server", "getaddrinfo", "getnameinfo",
        )
    ],
    *[
        _of_network("BaseSelectorEventLoop", name)
        for name in (
            "add_reader", "remove_reader", "add_writer", "remove_writer", "sock_accept",
            "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom",
            "sock_recvfrom_into", "sock_sendall", "sock_sendto",
        )
    ],
    *[
        _of_network("_UnixSelectorEventLoop", name)
        for name in (
            "add_signal_handler", "create_unix_connection", "create_unix_server",
            "remove_signal_handler",
        )
    ],
)
