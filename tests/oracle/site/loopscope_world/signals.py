"""Signals: what wakes an event loop is a socket of the network in memory, which the interpreter's C code can't write to."""

import signal

from . import network
from .threads import scheduler

_handlers = {}  # the program's, by number
_wakeup = [-1]


def _set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    before, _wakeup[0] = _wakeup[0], fd
    return before


def install():
    """Has each handler tell the socket first, as the interpreter does."""
    real_signal, real_getsignal = signal.signal, signal.getsignal

    def getsignal(signalnum):
        return _handlers.get(int(signalnum)) or real_getsignal(signalnum)

    def set_signal(signalnum, handler):
        before = getsignal(signalnum)
        if not callable(handler) or handler is signal.default_int_handler:
            real_signal(signalnum, handler)
            _handlers.pop(int(signalnum), None)
            return before

        def handle(number, frame):
            if _wakeup[0] != -1:
                network.core.network.file(_wakeup[0]).send(bytes([number]))
            handler(number, frame)

        real_signal(signalnum, handle)
        _handlers[int(signalnum)] = handler
        return before

    real_raise = signal.raise_signal

    def raise_signal(signalnum, /):
        if getsignal(signalnum) is signal.SIG_DFL:
            scheduler.on_end()  # it may be the end of the process, without a last word
        real_raise(signalnum)

    signal.raise_signal = raise_signal
    signal.signal, signal.getsignal = set_signal, getsignal
    signal.set_wakeup_fd = _set_wakeup_fd
