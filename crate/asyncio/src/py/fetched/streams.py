"""Streams: connections that coroutines read from and write to."""

from asyncio import IncompleteReadError, LimitOverrunError, get_event_loop, get_running_loop, iscoroutine, sleep
from asyncio.protocols import Protocol
from asyncio.watched_files import new_waiter
from collections import deque

__all__ = (
    "StreamReader",
    "StreamReaderProtocol",
    "StreamWriter",
    "open_connection",
    "open_unix_connection",
    "start_server",
    "start_unix_server",
)

LIMIT_BYTES = 2**16


async def open_connection(host=None, port=None, *, limit=LIMIT_BYTES, **kwds):
    """Connects to a server; returns a reader and a writer."""
    return await _open(get_running_loop().create_connection, limit, host, port, **kwds)  #~ 48


async def open_unix_connection(path=None, *, limit=LIMIT_BYTES, **kwds):
    """Connects to a server at a path; returns a reader and a writer."""
    return await _open(get_running_loop().create_unix_connection, limit, path, **kwds)


async def _open(connect, limit, *address, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await connect(lambda: protocol, *address, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=LIMIT_BYTES, **kwds):
    """Serves at an address: a callback or a coroutine gets each client's reader and writer."""
    factory = _protocols(client_connected_cb, limit)
    return await get_running_loop().create_server(factory, host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=LIMIT_BYTES, **kwds):
    """Serves at a path: a callback or a coroutine gets each client's reader and writer."""
    factory = _protocols(client_connected_cb, limit)
    return await get_running_loop().create_unix_server(factory, path, **kwds)


def _protocols(client_connected_cb, limit):
    loop = get_running_loop()

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return factory


class FlowControlMixin(Protocol):
    """Lets `drain()` wait while the transport has the protocol paused."""

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False

    def pause_writing(self):
        assert not self._paused
        self._paused = True

    def resume_writing(self):
        assert self._paused
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if not self._paused:
            return
        for waiter in self._drain_waiters:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")  #~ 166
        if not self._paused:
            return
        waiter = new_waiter(self._loop, "room to send to {}", self)
        self._drain_waiters.append(waiter)
        try:
            await waiter  #~ 172
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin, Protocol):
    """Feeds a reader with what a transport receives."""

    _source_traceback = None

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._task = None
        self._transport = None
        self._closed = new_waiter(self._loop, "the end of the connection", self)

    def connection_made(self, transport):
        self._transport = transport
        reader = self._stream_reader
        if reader is not None:
            reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        writer = StreamWriter(transport, self, reader, self._loop)
        try:
            outcome = self._client_connected_cb(reader, writer)
        except Exception as error:
            self._callback_failed(transport, error)
            return
        if iscoroutine(outcome):

            def callback(task):
                if task.cancelled():
                    transport.close()
                elif task.exception() is not None:
                    self._callback_failed(transport, task.exception())

            self._task = self._loop.create_task(outcome)
            self._task.add_done_callback(callback)

    def _callback_failed(self, transport, error):
        self._loop.call_exception_handler({
            "message": "Unhandled exception in client_connected_cb",
            "exception": error,
            "transport": transport,
        })
        transport.close()

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                self._closed.exception()  # whoever doesn't ask for it needn't hear of it
        super().connection_lost(exc)
        self._stream_reader = None
        self._task = None
        self._transport = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """Writes to a connection."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        assert reader is None or isinstance(reader, StreamReader)
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        parts = [type(self).__name__, f"transport={self._transport!r}"]
        if self._reader is not None:
            parts.append(f"reader={self._reader!r}")
        return f"<{' '.join(parts)}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits until the connection is closed."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Waits while too much is unsent."""
        if self._reader is not None:
            error = self._reader.exception()
            if error is not None:
                raise error  #~ 387
        if self._transport.is_closing():
            # A lost connection is reported in the next turn.
            await sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        await self._loop.start_tls(self._transport, self._protocol, sslcontext)


class StreamReader:
    """Holds what came and was not read yet."""

    _source_traceback = None

    def __init__(self, limit=LIMIT_BYTES, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        parts = ["StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != LIMIT_BYTES:
            parts.append(f"limit={self._limit}")
        if self._waiter:
            parts.append(f"waiter={self._waiter!r}")
        if self._exception:
            parts.append(f"exception={self._exception!r}")
        if self._transport:
            parts.append(f"transport={self._transport!r}")
        if self._paused:
            parts.append("paused")
        return f"<{' '.join(parts)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        """Nothing more will come because of an error."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wakeup_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        self._eof = True
        self._wakeup_waiter()

    def at_eof(self):
        """Whether everything that came is read, and nothing more will come."""
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        self._wakeup_waiter()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(
                f"{func_name}() called while another coroutine is already waiting for incoming data"
            )
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = new_waiter(self._loop, "data from {}", self)
        try:
            await self._waiter  #~ 556
        finally:
            self._waiter = None

    async def readline(self):
        """Reads up to the end of a line; what there is, at the end of everything."""
        try:
            return await self.readuntil(b"\n")  #~ 579
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[: error.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])  #~ 588

    async def readuntil(self, separator=b"\n"):
        """Reads up to a separator, or the first of several."""
        separators = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        if not len(separators[0]):
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception  #~ 630
        longest = len(separators[-1])
        searched = 0  # before it no separator begins
        while True:
            found = None
            if len(self._buffer) - searched >= len(separators[0]):
                found = self._first_of(separators, searched)
                if found is not None:
                    break
                searched = max(0, len(self._buffer) + 1 - longest)
                if searched > self._limit:
                    raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)  #~ 680
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(partial, None)  #~ 691
            await self._wait_for_data("readuntil")  #~ 694
        end, start = found
        if start > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)  #~ 697
        return self._take(end)

    def _first_of(self, separators, start):
        """(end, start) of the separator that ends first; `None` without any."""
        ends = []
        for separator in separators:
            index = self._buffer.find(separator, start)
            if index != -1:
                ends.append((index + len(separator), index))
        return min(ends, key=lambda end: end[0], default=None)

    def _take(self, n_bytes):
        data = bytes(self._buffer[:n_bytes])
        del self._buffer[:n_bytes]
        self._maybe_resume_transport()
        return data

    async def read(self, n=-1):
        """Reads what there is, up to so many bytes; without a number, everything up to the end."""
        if self._exception is not None:
            raise self._exception  #~ 728
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")  #~ 747
        return self._take(n)

    async def readexactly(self, n):
        """Reads exactly so many bytes."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception  #~ 775
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(partial, n)  #~ 784
            await self._wait_for_data("readexactly")  #~ 786
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line
