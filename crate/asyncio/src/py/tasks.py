"""Waiting for time, and for several things at once."""

from asyncio import (
    Task,
    _get_running_loop,
    current_task,
    future_add_to_awaited_by,
    future_discard_from_awaited_by,
    ensure_future,
    get_event_loop,
    get_running_loop,
    iscoroutine,
    isfuture,
)
from _math import isnan

from asyncio.exceptions import CancelledError
from asyncio.queues import Queue
from asyncio.timeouts import timeout as _timeout
from _loopscope_asyncio import _end_sleep, _isawaitable, _new_give_way, _new_waiter, _start_sleep

__all__ = (
    "ALL_COMPLETED",
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "as_completed",
    "create_eager_task_factory",
    "eager_task_factory",
    "shield",
    "sleep",
    "wait",
    "wait_for",
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_GIVE_WAY = _new_give_way()


async def sleep(delay, result=None):  #~ 701
    """Gives way for `delay` seconds; for one turn of the loop if that is nothing."""
    if delay <= 0:  #~ 703
        await _GIVE_WAY  #~ 704 698
        return result
    if isnan(delay):  #~ 707
        raise ValueError("Invalid delay: NaN (not a number)")  #~ 708
    future = _start_sleep(delay, result)
    try:
        return await future  #~ 716
    finally:
        _end_sleep(future)


def _release(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):  #~ 405
    """Waits for futures or tasks; returns those that are done and those that are not, as sets."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")  #~ 420
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")  #~ 422
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")  #~ 424
    fs = set(fs)
    if any(iscoroutine(each) for each in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")  #~ 429
    return await _wait(fs, timeout, return_when, get_running_loop())  #~ 432


async def _wait(fs, timeout, return_when, loop):  #~ 488
    waiter = _new_waiter(loop, "wait", None)
    timer = None if timeout is None else loop.call_later(timeout, _release, waiter)
    n_left = len(fs)
    task = current_task()

    def _on_completion(future):  #~ 501
        nonlocal n_left
        n_left -= 1
        future_discard_from_awaited_by(future, task)
        # Who asks for an exception has retrieved it: nobody asks where all are done.
        if (
            n_left <= 0
            or return_when == FIRST_COMPLETED
            or return_when == FIRST_EXCEPTION
            and not future.cancelled()
            and future.exception() is not None
        ):
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(_on_completion)
        future_add_to_awaited_by(future, task)
    try:
        await waiter  #~ 519
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future_discard_from_awaited_by(future, task)
            future.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


async def wait_for(fut, timeout):  #~ 440
    """Waits for one awaitable, at most `timeout` seconds; then cancels it and raises `TimeoutError`."""
    if timeout is None or timeout > 0:
        async with _timeout(timeout):  #~ 485
            return await fut  #~ 486
    # No time at all: what is done counts, what has not begun does not begin.
    fut = ensure_future(fut)
    if fut.done():
        return fut.result()  #~ 477
    await _cancel_and_wait(fut)  #~ 479
    try:
        return fut.result()  #~ 481
    except CancelledError as error:
        raise TimeoutError from error  #~ 483


async def _cancel_and_wait(future):  #~ 536
    waiter = _new_waiter(get_running_loop(), "cancel", None)

    def release(_):
        _release(waiter)

    task = current_task()
    future_add_to_awaited_by(future, task)
    future.add_done_callback(release)
    try:
        future.cancel()
        # Not the future itself: who waits here must be able to be cancelled without it.
        await waiter  #~ 552
    finally:
        future_discard_from_awaited_by(future, task)
        future.remove_done_callback(release)


class _AsCompletedIterator:
    """Gives awaitables in the order in which they end: themselves to `async for`, coroutines to `for`."""

    def __init__(self, aws, timeout):
        self._done = Queue()
        self._timer = None
        self._task = None if _get_running_loop() is None else current_task()
        loop = get_event_loop()
        self._todo = {ensure_future(each, loop=loop) for each in set(aws)}
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
            if self._task is not None:
                future_add_to_awaited_by(future, self._task)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._n_left = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._n_left:
            raise StopAsyncIteration
        self._n_left -= 1
        return await self._wait_for_one()  #~ 593

    def __next__(self):
        if not self._n_left:
            raise StopIteration
        self._n_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):  #~ 602
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            future_discard_from_awaited_by(future, self._task)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):  #~ 609
        if not self._todo:
            return
        self._todo.remove(future)
        future_discard_from_awaited_by(future, self._task)
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):  #~ 618
        try:
            future = await self._done.get()  #~ 623
        except:
            self._n_left += 1
            raise
        if future is None:
            raise TimeoutError  #~ 629
        return future.result() if resolve else future  #~ 630


def as_completed(fs, *, timeout=None):
    """Gives awaitables, or coroutines of their results, in the order in which they end."""
    if _isawaitable(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")  #~ 682
    return _AsCompletedIterator(fs, timeout)


def shield(arg):
    """A future that ends as `arg` does, but whose cancellation leaves `arg` alone."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = _new_waiter(inner.get_loop(), "shield", None)
    task = None if _get_running_loop() is None else current_task()

    def _clear_awaited_by_callback(inner):  #~ 978
        future_discard_from_awaited_by(inner, task)

    def _inner_done_callback(inner):  #~ 981
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif (error := inner.exception()) is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):  #~ 994
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            if task is not None:
                inner.remove_done_callback(_clear_awaited_by_callback)
                future_discard_from_awaited_by(inner, task)

    if task is not None:
        future_add_to_awaited_by(inner, task)
        inner.add_done_callback(_clear_awaited_by_callback)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run at once until they first wait."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
