"""The collector, as far as programs see it."""

from _weakref import collect as _collect

__all__ = ["collect", "disable", "enable", "isenabled", "get_count", "get_threshold", "set_threshold", "freeze", "unfreeze"]
DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_is_enabled = True
_threshold = 2000, 10, 10
_debug = 0


def collect(generation=2):
    """Frees what only cycles hold, and tells how much that was."""
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return _collect()


def enable():
    global _is_enabled
    _is_enabled = True


def disable():
    global _is_enabled
    _is_enabled = False


def isenabled():
    return _is_enabled


def get_count():
    return 0, 0, 0


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    global _threshold
    _threshold = threshold0, threshold1, threshold2


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def get_debug():
    return _debug


def set_debug(flags, /):
    global _debug
    _debug = flags


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


def is_finalized(obj, /):
    return False


def freeze():
    pass


unfreeze = freeze


def get_freeze_count():
    return 0
