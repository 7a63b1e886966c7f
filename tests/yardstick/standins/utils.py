"""Stands for `test.test_asyncio.utils`: the parts that the tests of the yardstick use.

The original also serves HTTP over TLS for other tests, and reads certificates when it is imported.
"""

import asyncio
import contextlib
import sys
import unittest
from asyncio import events
from unittest import mock

CLOCK_RES = 0.050


def run_briefly(loop):
    """Lets the loop run one turn."""

    async def once():
        pass

    coroutine = once()
    task = loop.create_task(coroutine)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coroutine.close()


def run_once(loop):
    """Runs what is ready."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def MockCallback(**kwargs):
    """A mock that can only be called."""
    return mock.Mock(spec=["__call__"], **kwargs)


class TestCase(unittest.TestCase):
    """Closes the loop that a test has set."""

    @staticmethod
    def close_loop(loop):
        if getattr(loop, "_default_executor", None) is not None and not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    """Lets asyncio's logger say nothing."""
    import logging
    from asyncio.log import logger

    level = logger.level
    try:
        logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        logger.setLevel(level)


async def await_without_task(coroutine):
    """Drives a coroutine from a callback, where no task runs."""
    error = None

    def drive():
        nonlocal error
        try:
            for _ in coroutine.__await__():
                pass
        except BaseException as raised:
            error = raised

    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if error is not None:
        raise error
