"""asyncio and threads of the program's own: executors, `wrap_future`, `run_coroutine_threadsafe`."""

import asyncio
from concurrent import futures

__all__ = ("wrap_future", "run_coroutine_threadsafe")


def _copy_outcome(source, target):
    """Gives one future the outcome of another."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_converted(error, target))


def _converted(error, target):
    kinds = {
        futures.CancelledError: asyncio.CancelledError,
        futures.InvalidStateError: asyncio.InvalidStateError,
    }
    if not isinstance(target, futures.Future) and type(error) in kinds:
        return kinds[type(error)](*error.args).with_traceback(error.__traceback__)
    return error


def wrap_future(future, *, loop=None):
    """Makes a future of asyncio that gets the outcome of one of a thread."""
    if asyncio.isfuture(future):
        return future
    assert isinstance(future, futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        loop = asyncio.get_event_loop()
    wrapped = loop.create_future()

    def source_done(source):
        if wrapped.cancelled() and loop.is_closed():
            return
        if asyncio._get_running_loop() is loop:
            _set_state(source, wrapped)
        else:
            loop.call_soon_threadsafe(_set_state, source, wrapped)

    def wrapped_done(wrapped):
        if wrapped.cancelled():
            future.cancel()

    wrapped.add_done_callback(wrapped_done)
    future.add_done_callback(source_done)
    return wrapped


def _set_state(source, target):
    if not target.done():
        _copy_outcome(source, target)


def run_coroutine_threadsafe(coro, loop):
    """Has another thread's loop run a coroutine; returns a future of `concurrent.futures`."""
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = futures.Future()

    def outer_done(outer):
        if outer.cancelled():
            loop.call_soon_threadsafe(cancel)

    def cancel():
        if inner:
            inner[0].cancel()

    def inner_done(task):
        if future.cancelled():
            return
        if task.cancelled():
            future.cancel()
            future.set_running_or_notify_cancel()
            return
        future.set_running_or_notify_cancel()
        _copy_outcome(task, future)

    inner = []

    def callback():
        try:
            task = asyncio.ensure_future(coro, loop=loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise
        inner.append(task)
        task.add_done_callback(inner_done)

    future.add_done_callback(outer_done)
    loop.call_soon_threadsafe(callback)
    return future


def run_in(loop, executor, func, args):
    """`loop.run_in_executor` with an executor of the program's own."""
    return wrap_future(executor.submit(func, *args), loop=loop)


def check_default(executor):
    if not isinstance(executor, futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
