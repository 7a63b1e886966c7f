"""Keeps this package's frames out of every traceback the program prints."""

import os
import sys
import threading
import traceback

_HERE = os.path.dirname(os.path.abspath(__file__)) + os.sep


def _is_ours(frame):
    return frame.f_code.co_filename.startswith(_HERE)


def _without_ours(tb):
    while tb is not None and _is_ours(tb.tb_frame):
        tb = tb.tb_next
    at = tb
    while at is not None:
        following = at.tb_next
        while following is not None and _is_ours(following.tb_frame):
            following = following.tb_next
        at.tb_next = following
        at = following
    return tb


def _clean(error, seen):
    """Cleans the tracebacks of an exception and of all exceptions that will be printed with it."""
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    error.__traceback__ = _without_ours(error.__traceback__)
    _clean(error.__cause__, seen)
    _clean(error.__context__, seen)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            _clean(each, seen)


def install():
    """Cleans before CPython's own hook prints, and before the `traceback` module looks."""

    def excepthook(kind, error, tb):
        _clean(error, set())
        sys.__excepthook__(kind, error, _without_ours(tb))

    sys.excepthook = excepthook

    def thread_excepthook(args, /):
        _clean(args.exc_value, set())
        threading.__excepthook__(args)

    threading.excepthook = thread_excepthook

    real_init = traceback.TracebackException.__init__

    def init(self, exc_type, exc_value, exc_traceback, **options):
        _clean(exc_value, set())
        real_init(self, exc_type, exc_value, _without_ours(exc_traceback), **options)

    traceback.TracebackException.__init__ = init

    real_walk_tb, real_walk_stack = traceback.walk_tb, traceback.walk_stack
    traceback.walk_tb = lambda tb: ((f, n) for f, n in real_walk_tb(tb) if not _is_ours(f))

    def walk_stack(frame):
        if frame is None:  # CPython means: the frame of whoever asked the module for a stack
            frame = sys._getframe(1)
            while frame.f_globals.get("__name__") == "traceback":
                frame = frame.f_back
        return ((f, n) for f, n in real_walk_stack(frame) if not _is_ours(f))

    traceback.walk_stack = walk_stack
