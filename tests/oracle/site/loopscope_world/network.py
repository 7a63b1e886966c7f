"""Sockets in memory: the operating system's part of `socket` replaced by the network of the simulated machine.

CPython's own `socket`, `selectors` and `asyncio` run on it, so what a program sees of *them* (the order of callbacks
above all) is CPython's. The network itself is the engine's file: its truth is Linux, and a program can be held against
that by running it on CPython without this world. What differs from Linux, so that each run is the same:

- only `localhost` and 127.* resolve; there is no IPv6
- ephemeral ports count up from 50000, descriptors of sockets from 6, the lowest free one first; what event loops use
  for themselves takes none
- a connection holds 4 MiB that are not read yet, and takes more when two thirds of them are left
- a thread that waits for a socket is looked at when no other can run

A turn of an event loop looks at its sockets (`select` with time-out 0, or waiting) before its timers, as in
`_run_once`: callbacks of sockets are queued before those of timers that are due. They come in the order in which
their descriptors became ready; one that is still ready goes to the end of the line each time it was reported.
"""

import _socket
import selectors
import sys
import types
from pathlib import Path

from .clock import clock
from .threads import scheduler

_HERE = Path(__file__).resolve()
_SOURCE = _HERE.parents[4] / "crate/python/src/stdlib/py/_network.py"
HIDDEN_DESCRIPTOR_FIRST = 1_000_000  # of the pipes by which loops wake themselves


def _load():
    module = types.ModuleType("_network")
    # As if it stood in this package, so that its frames are kept out of tracebacks, as C code has none.
    code = compile(_SOURCE.read_text(encoding="utf-8"), str(_HERE.with_name("_network.py")), "exec")
    exec(code, module.__dict__)
    module.gaierror = _socket.gaierror
    return module


core = _load()


class _Machine:
    """What the network asks of the world around it."""

    @staticmethod
    def now_ns():
        return clock.now_ns

    @staticmethod
    def block(is_ready, deadline_ns, what):
        scheduler.block(deadline_ns, is_ready)

    @staticmethod
    def note(what, n_bytes, port):
        """Sending is no news here: only the engine tells of it."""

    @staticmethod
    def cause():
        return None

    @staticmethod
    def because_of(cause, function):
        function()


class Selector(selectors._BaseSelectorImpl):
    """Waits for sockets of this network, in virtual time."""

    def __init__(self):
        super().__init__()
        self.poller = core.Poller()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        self.poller.register(key.fd, events)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        self.poller.forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        if events != key.events:
            self.poller.register(key.fd, events)
        key = key._replace(events=events, data=data)
        self._fd_to_key[key.fd] = key
        return key

    def select(self, timeout=None):
        if not (timeout is not None and timeout <= 0) and not self.poller.is_ready():
            scheduler.block(self.deadline_ns(timeout), self.poller.is_ready)
        return [(self._fd_to_key[fd], mask) for fd, mask, _ in self.poller.poll() if fd in self._fd_to_key]

    def deadline_ns(self, timeout):
        """When waiting ends by itself; `None`: never."""
        return None if timeout is None else clock.now_ns + round(timeout * 1e9)


def _pair(family=core.AF_UNIX, kind=core.SOCK_STREAM, proto=0):
    is_of_loop = sys._getframe(2).f_globals.get("__name__") == "asyncio.selector_events"
    descriptors = core.pair(int(family), int(kind))
    if is_of_loop:
        descriptors = [_hide(each) for each in descriptors]
    return tuple(core.Socket(family, kind, proto, each) for each in descriptors)


def _hide(descriptor):
    files = core.network.files
    hidden = HIDDEN_DESCRIPTOR_FIRST
    while hidden in files:
        hidden += 1
    files[hidden] = files.pop(descriptor)
    return hidden


def _duplicate(descriptor):
    return core.network.open(core.network.file(descriptor))


def install():
    """Replaces what `socket` is built upon; called before anything imports that."""
    assert "socket" not in sys.modules
    core.attach(_Machine)
    core.Socket.__name__ = core.Socket.__qualname__ = "socket"
    core.Socket.__module__ = "_socket"
    replacements = {
        "socket": core.Socket,
        "SocketType": core.Socket,
        "socketpair": _pair,
        "close": core.network.close,
        "dup": _duplicate,
        "getaddrinfo": core.get_address_info,
        "getnameinfo": core.get_name_info,
        "gethostbyname": core.resolve,
        "gethostname": lambda: "localhost",
        "getdefaulttimeout": core.get_default_timeout,
        "setdefaulttimeout": core.set_default_timeout,
    }
    for name, function in replacements.items():
        setattr(_socket, name, function)
    selectors.DefaultSelector = Selector
