"""`staggered_race()`: coroutines that are started one after the other until one of them succeeds."""

from asyncio import current_task, get_running_loop
from asyncio.exceptions import CancelledError
from asyncio.locks import Event
from asyncio.tasks import wait_for

__all__ = ("staggered_race",)


class _Race:
    """What its runners share. Each runner starts the next before it runs a coroutine itself."""

    def __init__(self, functions, delay, loop):
        self.functions = enumerate(functions)
        self.delay = delay
        self.loop = loop
        self.winner = None, None
        self.exceptions = []
        self.unhandled = []
        self.running = set()
        self.all_done = None

    def start_runner(self, previous_failed):
        """Starts a task that may run once it is known here: an eager one begins before that."""
        may_run = Event()
        task = self.loop.create_task(self.run_next(may_run, previous_failed))
        self.running.add(task)
        task.add_done_callback(self.runner_done)
        may_run.set()

    def runner_done(self, task):
        self.running.discard(task)
        if self.all_done is not None and not self.all_done.done() and not self.running:
            self.all_done.set_result(None)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.unhandled.append(error)

    async def run_next(self, may_run, previous_failed):
        await may_run.wait()
        if previous_failed is not None:
            try:
                await wait_for(previous_failed.wait(), self.delay)
            except TimeoutError:
                pass
        try:
            index, function = next(self.functions)
        except StopIteration:
            return
        failed = Event()
        self.start_runner(failed)
        self.exceptions.append(None)
        try:
            result = await function()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.exceptions[index] = error
            failed.set()
        else:
            self.winner = result, index
            this = current_task(self.loop)
            for task in self.running:
                if task is not this:
                    task.cancel()

    async def finish(self):
        """Waits for all runners; a cancellation from outside is passed on to them."""
        cancellation = None
        while self.running:
            self.all_done = self.loop.create_future()
            try:
                await self.all_done
            except CancelledError as error:
                cancellation = error
                for task in self.running:
                    task.cancel(*error.args)
            self.all_done = None
        if self.unhandled:
            raise ExceptionGroup("staggered race failed", self.unhandled)
        if cancellation is not None:
            raise cancellation


async def staggered_race(coro_fns, delay, *, loop=None):
    """Runs coroutine functions, the next when the one before has failed or after `delay` seconds.

    Returns the result and the index of the first that succeeded, and the exceptions of all that were started.
    """
    race = _Race(coro_fns, delay, loop or get_running_loop())
    race.start_runner(None)
    await race.finish()
    return *race.winner, race.exceptions
