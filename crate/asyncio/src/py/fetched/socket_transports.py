"""The transports of sockets.

The order in which callbacks are queued is CPython's: who is told of a connection first, who of its end.
"""

from asyncio.protocols import BufferedProtocol
from asyncio.transports import DatagramTransport, Transport, _FlowControlMixin
from asyncio.trsock import TransportSocket
from asyncio.watched_files import files_of
from collections import deque
from itertools import count
import socket

from _loopscope_asyncio import _report

__all__ = ()

RECEIVE_BYTES_MAX = 256 * 1024
LOST_WRITES_SILENT = 5  # writes into a lost connection before the first warning

_transport_numbers = count(1)


def _set_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


class _SelectorTransport(_FlowControlMixin, Transport):
    """A transport on a socket."""

    __module__ = "asyncio.selector_events"
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._number = next(_transport_numbers)
        self._files = files_of(loop)
        self._extra["socket"] = TransportSocket(sock)
        for name, ask in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            if name not in self._extra:
                try:
                    self._extra[name] = ask()
                except OSError:
                    self._extra[name] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = deque()
        self._conn_lost = 0  # since when it counts the writes into nowhere
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach(self)
        self._files.transports[self._sock_fd] = self

    def _begin(self, waiter):
        """The protocol hears of the connection before it gets data, and both before whoever waits."""
        self._loop.call_soon(self._protocol.connection_made, self)
        self._loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            self._loop.call_soon(_set_unless_cancelled, waiter, None)

    def __hash__(self):
        return self._number

    def __repr__(self):
        parts = [type(self).__name__]
        if self._sock is None:
            parts.append("closed")
        elif self._closing:
            parts.append("closing")
        parts.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            reads, writes = ("polling" if self._files.is_watched(self._sock_fd, each) else "idle" for each in (0, 1))
            parts.append(f"read={reads}")
            parts.append(f"write=<{writes}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(parts)}>"

    def abort(self):
        """Closes at once; what waits to be sent is lost."""
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._files.remove_reader(self._sock_fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)

    def close(self):
        """Closes when everything is sent."""
        if self._closing:
            return
        self._closing = True
        self._files.remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._files.remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, error, message="Fatal error on transport"):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({
                "message": message,
                "exception": error,
                "transport": self,
                "protocol": self._protocol,
            })
        self._force_close(error)

    def _force_close(self, error):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._files.remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._files.remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def _add_reader(self, fd, callback, *args):
        if self.is_reading():
            self._files.add_reader(fd, callback, *args)

    def _is_lost(self):
        """Whether the connection is lost, so that a write goes nowhere; the fifth is warned of."""
        if not self._conn_lost:
            return False
        if self._conn_lost >= LOST_WRITES_SILENT:
            _report("socket.send() raised exception.", None)
        self._conn_lost += 1
        return True

    def _guarded(self, function, *args, doing):
        """Calls the protocol or the socket; an error ends the transport."""
        try:
            return True, function(*args)
        except BlockingIOError:
            return False, None
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, doing)
            return False, None


class _SelectorSocketTransport(_SelectorTransport):
    """A stream of bytes on a socket."""

    __module__ = "asyncio.selector_events"
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._reads = None
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        if sock.family == socket.AF_INET and sock.proto == socket.IPPROTO_TCP:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._begin(waiter)

    def set_protocol(self, protocol):
        is_buffered = isinstance(protocol, BufferedProtocol)
        self._reads = self._read_into_buffer if is_buffered else self._read_data
        super().set_protocol(protocol)

    def _read_ready(self):
        if not self._conn_lost:
            self._reads()

    def _read_into_buffer(self):
        def get_buffer():
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError("get_buffer() returned an empty buffer")
            return buffer

        is_there, buffer = self._guarded(get_buffer, doing="Fatal error: protocol.get_buffer() call failed.")
        if not is_there:
            return
        is_read, n_bytes = self._guarded(self._sock.recv_into, buffer, doing="Fatal read error on socket transport")
        if not is_read:
            return
        if not n_bytes:
            self._end_of_data()
            return
        told = self._protocol.buffer_updated
        self._guarded(told, n_bytes, doing="Fatal error: protocol.buffer_updated() call failed.")

    def _read_data(self):
        is_read, data = self._guarded(
            self._sock.recv, RECEIVE_BYTES_MAX, doing="Fatal read error on socket transport"
        )
        if not is_read:
            return
        if not data:
            self._end_of_data()
            return
        told = self._protocol.data_received
        self._guarded(told, data, doing="Fatal error: protocol.data_received() call failed.")

    def _end_of_data(self):
        told = self._protocol.eof_received
        is_told, keeps_open = self._guarded(told, doing="Fatal error: protocol.eof_received() call failed.")
        if not is_told:
            return
        if keeps_open:
            self._files.remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        """Sends, as far as there is room; the rest is sent later."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"data argument must be a bytes, bytearray, or memoryview object, not {type(data).__name__!r}"
            )
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._is_lost():
            return
        data = bytes(data)
        if not self._buffer:
            is_sent, n_sent = self._guarded(self._sock.send, data, doing="Fatal write error on socket transport")
            if self._conn_lost:
                return
            data = data[n_sent:] if is_sent else data
            if not data:
                return
            self._files.add_writer(self._sock_fd, self._write_ready)
        self._buffer.append(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        """Sends several pieces as one."""
        if self._eof:
            raise RuntimeError("Cannot call writelines() after write_eof()")
        if not list_of_data or self._is_lost():
            return
        self._buffer.extend(bytes(data) for data in list_of_data if data)
        if not self._buffer:
            return
        self._write_ready()
        if self._buffer:
            self._files.add_writer(self._sock_fd, self._write_ready)
            self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            n_sent = self._sock.sendmsg(self._buffer)
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._files.remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(error, "Fatal write error on socket transport")
            return
        self._drop_sent(n_sent)
        self._maybe_resume_protocol()
        if self._buffer:
            return
        self._files.remove_writer(self._sock_fd)
        if self._closing and not self._conn_lost:
            self._conn_lost += 1
            self._call_connection_lost(None)
        elif self._eof:
            self._sock.shutdown(socket.SHUT_WR)

    def _drop_sent(self, n_sent):
        while n_sent:
            first = self._buffer.popleft()
            if len(first) > n_sent:
                self._buffer.appendleft(first[n_sent:])
            n_sent -= min(n_sent, len(first))

    def write_eof(self):
        """Says that nothing more will be sent, once everything is."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport, DatagramTransport):
    """Datagrams on a socket."""

    __module__ = "asyncio.selector_events"
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._begin(waiter)

    def get_write_buffer_size(self):
        return sum(len(data) + 8 for data, _ in self._buffer)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(RECEIVE_BYTES_MAX)
        except BlockingIOError:
            pass
        except OSError as error:
            self._protocol.error_received(error)
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        """Sends a datagram; to where the transport is connected, without an address."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
            if self._is_lost():
                return
        if not self._buffer:
            try:
                self._send(bytes(data), addr)
                return
            except BlockingIOError:
                self._files.add_writer(self._sock_fd, self._sendto_ready)
            except OSError as error:
                self._protocol.error_received(error)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on datagram transport")
                return
        self._buffer.append((bytes(data), addr))
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra["peername"]:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            try:
                self._send(data, addr)
            except BlockingIOError:
                self._buffer.appendleft((data, addr))
                break
            except OSError as error:
                self._protocol.error_received(error)
                return
        self._maybe_resume_protocol()
        if not self._buffer:
            self._files.remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
