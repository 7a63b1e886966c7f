"""Waiting for several sockets of the simulated network at once."""

from collections import namedtuple
from collections.abc import Mapping

import _network
import socket  # noqa: F401  attaches the network to the machine

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple("SelectorKey", ("fileobj", "fd", "events", "data"))


def _descriptor(fileobj):
    descriptor = fileobj if isinstance(fileobj, int) else None
    if descriptor is None:
        try:
            descriptor = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor


class _Map(Mapping):
    """The registered keys by file."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __getitem__(self, fileobj):
        return self._selector.get_key(fileobj)

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector:
    """What all selectors are."""


class DefaultSelector(BaseSelector):
    """Waits for sockets."""

    def __init__(self):
        self._keys = {}
        self._poller = _network.Poller()

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, _descriptor(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._poller.register(key.fd, events)
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        key = self.get_key(fileobj)
        del self._keys[key.fd]
        self._poller.forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        key = self.get_key(fileobj)
        if events != key.events:
            self._poller.register(key.fd, events)
        key = key._replace(events=events, data=data)
        self._keys[key.fd] = key
        return key

    def select(self, timeout=None):
        if not (timeout is not None and timeout <= 0) and not self._poller.is_ready():
            machine = _network.network.machine
            deadline_ns = None if timeout is None else machine.now_ns() + round(timeout * 1e9)
            machine.block(self._poller.is_ready, deadline_ns, "a socket")
        return [(self._keys[fd], mask) for fd, mask, _ in self._poller.poll() if fd in self._keys]

    def get_key(self, fileobj):
        descriptor = fileobj if isinstance(fileobj, int) else _known(self, fileobj)
        if descriptor not in self._keys:
            raise KeyError(f"{fileobj!r} is not registered")
        return self._keys[descriptor]

    def get_map(self):
        return _Map(self)

    def close(self):
        for descriptor in list(self._keys):
            self._poller.forget(descriptor)
        self._keys.clear()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _known(selector, fileobj):
    """The descriptor of a file that may be closed by now."""
    try:
        return _descriptor(fileobj)
    except ValueError:
        for key in selector._keys.values():
            if key.fileobj is fileobj:
                return key.fd
        raise


SelectSelector = PollSelector = EpollSelector = DefaultSelector
