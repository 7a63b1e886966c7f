"""`async with TaskGroup()`."""

from asyncio import (
    current_task,
    future_add_to_awaited_by,
    future_discard_from_awaited_by,
    get_running_loop,
)
from asyncio.exceptions import CancelledError
from _loopscope_asyncio import _new_waiter

__all__ = ("TaskGroup",)


def _is_base_error(error):
    return isinstance(error, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    """Waits for its tasks at the end of the block; if one fails, cancels the others and the block."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        parts = ["<TaskGroup"]
        if self._tasks:
            parts.append(f"tasks={len(self._tasks)}")
        if self._errors:
            parts.append(f"errors={len(self._errors)}")
        if self._aborting:
            parts.append("cancelling")
        elif self._entered:
            parts.append("entered")
        return " ".join(parts) + ">"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")  #~ 57
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")  #~ 63
        self._entered = True
        return self

    async def __aexit__(self, kind, error, traceback):  #~ 69
        try:
            return await self._aexit(error)  #~ 72
        finally:
            self._parent_task = None
            self._errors = None
            self._base_error = None

    async def _aexit(self, error):  #~ 83
        self._exiting = True
        cancellation = error if isinstance(error, CancelledError) else None
        if error is not None:
            if _is_base_error(error) and self._base_error is None:
                self._base_error = error
            if not self._aborting:
                self._abort()
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = _new_waiter(self._loop, "group", self)
            try:
                await self._on_completed_fut  #~ 121
            except CancelledError as outer:
                # The parent is being cancelled from outside while children run.
                if not self._aborting:
                    cancellation = outer
                    self._abort()
            self._on_completed_fut = None
        if self._base_error is not None:
            raise self._base_error  #~ 141
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            # It was this group alone that cancelled the parent.
            cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation  #~ 157
        if error is not None and not isinstance(error, CancelledError):
            self._errors.append(error)
        if self._errors:
            if self._parent_task.cancelling():
                # A cancellation from outside is to be seen at the parent's next await.
                self._parent_task.uncancel()
                self._parent_task.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None  #~ 174

    def create_task(self, coro, **kwargs):
        """Starts a task that the group waits for."""
        if not self._entered:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")  #~ 189
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is finished")  #~ 192
        if self._aborting:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")  #~ 195
        task = self._loop.create_task(coro, **kwargs)  #~ 196
        future_add_to_awaited_by(task, self._parent_task)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):  #~ 228
        future_discard_from_awaited_by(task, self._parent_task)
        self._tasks.discard(task)
        completed = self._on_completed_fut
        if completed is not None and not self._tasks and not completed.done():
            completed.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if _is_base_error(error) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task "
                f"{self._parent_task} is already completed",
                "exception": error,
                "task": task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
