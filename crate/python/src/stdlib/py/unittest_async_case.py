"""`IsolatedAsyncioTestCase`: tests that are coroutines, each in an event loop of its own."""

import asyncio
import contextvars
import inspect
import warnings

from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """Test methods may be coroutine functions; there are `asyncSetUp` and `asyncTearDown`."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Before each test, after `setUp`."""

    async def asyncTearDown(self):
        """After each test, before `tearDown`."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Has a coroutine function called after the test."""
        self.addCleanup(*(func, *args), **kwargs)

    async def enterAsyncContext(self, cm):
        """Enters an asynchronous context that is left after the test."""
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous "
                "context manager protocol"
            ) from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    def _callSetUp(self):
        # The loop is there for `setUp` too.
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._run_coroutine(self.asyncSetUp)

    def _callTestMethod(self, method):
        result = self._run_maybe(method)
        if result is not None:
            warnings.warn(
                "It is deprecated to return a value that is not None from a test case "
                f"({method} returned {type(result).__name__!r})",
                DeprecationWarning,
                stacklevel=4,
            )

    def _callTearDown(self):
        self._run_coroutine(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._run_maybe(function, *args, **kwargs)

    def _run_coroutine(self, function, *args, **kwargs):
        return self._asyncioRunner.run(function(*args, **kwargs), context=self._asyncioTestContext)

    def _run_maybe(self, function, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            return self._run_coroutine(function, *args, **kwargs)
        return self._asyncioTestContext.run(function, *args, **kwargs)

    def _set_runner_up(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _take_runner_down(self):
        runner, self._asyncioRunner = self._asyncioRunner, None
        if runner is not None:
            runner.close()

    def run(self, result=None):
        """Runs the test; tells the result."""
        self._set_runner_up()
        try:
            return super().run(result)
        finally:
            self._take_runner_down()

    def debug(self):
        """Runs the test; lets its errors through."""
        self._set_runner_up()
        super().debug()
        self._take_runner_down()
