"""Stands for `test.support`: what the tests of the yardstick ask of it."""

import unittest

SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
LOOPBACK_TIMEOUT = 10.0


def requires_working_socket(*, module=False):
    """There are sockets, in memory."""
    return None if module else lambda test: test


def requires_subprocess():
    """There are no processes but the one."""
    return unittest.skip("requires subprocess support")


def gc_collect():
    """Collects what is lost."""
    import gc

    gc.collect()


def reap_children():
    """There are no child processes."""
