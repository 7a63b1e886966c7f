"""The files that a loop watches: its sockets, and the pipe by which signals come."""

from _loopscope_asyncio import _new_waiter
from _loopscope_network import _file_handle, _queue_handle, _set_poll
from _network import AF_UNIX, READ, WRITE, Poller, Stream, network

__all__ = ()

PIPE_DESCRIPTOR = 1_000_000  # of the pipe by which signals come; programs don't see it


def new_waiter(loop, what, subject=None):
    """A future of the network, which says what is waited for; `{}` in the text is the other side."""
    transport = getattr(subject, "_transport", None)
    peer = transport.get_extra_info("peername") if transport is not None else None
    name = f"{peer[0]}:{peer[1]}" if isinstance(peer, tuple) else peer or "the other side"
    return _new_waiter(loop, "network", what.format(name))


class _Files:
    """The descriptors that a loop watches, and the transports on them."""

    def __init__(self, loop):
        self.loop = loop
        self.poller = Poller()
        self.handles = {}  # by descriptor: the reader's and the writer's
        self.transports = {}
        self.signal_handles = {}
        self.pipe = None  # by which signals come

    def watch(self, fd, index, callback, args):
        self.loop._check_closed()
        handle = _file_handle(self.loop, callback, args)
        pair = list(self.handles.get(fd, (None, None)))
        before, pair[index] = pair[index], handle
        self._set(fd, pair)
        if before is not None:
            before.cancel()
        return handle

    def unwatch(self, fd, index):
        if self.loop.is_closed() or fd not in self.handles:
            return False
        pair = list(self.handles[fd])
        before, pair[index] = pair[index], None
        self._set(fd, pair)
        if before is None:
            return False
        before.cancel()
        return True

    def _set(self, fd, pair):
        reader, writer = pair
        mask = (reader and READ or 0) | (writer and WRITE or 0)
        if not mask:
            del self.handles[fd]
            self.poller.forget(fd)
        else:
            if self.poller.interest.get(fd) != mask:
                self.poller.register(fd, mask)
            self.handles[fd] = reader, writer
        _set_poll(self.loop, _poll if self.handles else None)

    def add_reader(self, fd, callback, *args):
        return self.watch(fd, 0, callback, args)

    def remove_reader(self, fd):
        return self.unwatch(fd, 0)

    def add_writer(self, fd, callback, *args):
        return self.watch(fd, 1, callback, args)

    def remove_writer(self, fd):
        return self.unwatch(fd, 1)

    def is_watched(self, fd, index):
        return self.handles.get(fd, (None, None))[index] is not None

    def signal_came(self, number, frame):
        """Writes the signal into the loop's own pipe, which is read as any other file is."""
        if self.pipe is None:
            reads, self.pipe = Stream(AF_UNIX), Stream(AF_UNIX)
            reads.pair_with(self.pipe)
            self.add_reader(network.open(reads, PIPE_DESCRIPTOR), self.read_signals, reads)
        self.pipe.peer.arrived(bytes([number]))

    def read_signals(self, pipe):
        for number in pipe.receive(4096):
            handle = self.signal_handles.get(number)
            if handle is not None:
                _queue_handle(handle, network.machine.cause())

    def check_free(self, fd):
        """A descriptor that a transport uses can't be watched by others."""
        number = fd
        if not isinstance(number, int):
            try:
                number = int(number.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f"Invalid file object: {fd!r}") from None
        transport = self.transports.get(number)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")
        return number


def files_of(loop):
    """The descriptors that a loop watches."""
    try:
        return loop._files
    except AttributeError:
        loop._files = _Files(loop)
        return loop._files


def _poll(loop):
    """Queues the callbacks of the files that are ready; returns when the next data arrives."""
    files = loop._files
    for fd, mask, cause in files.poller.poll():
        for index, event in ((0, READ), (1, WRITE)):
            handle = files.handles.get(fd, (None, None))[index]
            if mask & event and handle is not None:
                if handle.cancelled():
                    files.unwatch(fd, index)
                else:
                    _queue_handle(handle, cause)
    return network.next_arrival()
