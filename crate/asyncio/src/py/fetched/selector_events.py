"""Loops and sockets: the loops' methods that use the network, servers, and the transports of sockets.

The order in which callbacks are queued is CPython's: who is told of a connection first, who of its end.
"""

from asyncio import CancelledError, gather, iscoroutine, sleep
from asyncio.protocols import BufferedProtocol
from asyncio.transports import DatagramTransport, Transport, _FlowControlMixin
from collections import deque
from collections.abc import Iterable
from functools import partial
from itertools import chain, count
import socket

from _loopscope_asyncio import _iscoroutinefunction, _new_waiter, _report, _unsupported
from _loopscope_network import _file_handle, _queue_handle, _set_poll
from _loopscope_signal import _set_signal_handler
from _network import AF_UNIX, READ, WRITE, Poller, Stream, network

__all__ = ("AbstractServer", "Server")

RECEIVE_BYTES_MAX = 256 * 1024
PIPE_DESCRIPTOR = 1_000_000  # of the pipe by which signals come; programs don't see it
LOST_WRITES_SILENT = 5  # writes into a lost connection before the first warning

_transport_numbers = count(1)


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


def _refuse_tls(*options):
    if any(options):
        _unsupported("TLS (ssl=…)")


def _known_ip(host, port, family, kind, proto):
    """The address information of a host in numbers; `None` if it has to be looked up."""
    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if kind not in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        return None
    proto = socket.IPPROTO_TCP if kind == socket.SOCK_STREAM else socket.IPPROTO_UDP
    try:
        port = int(port or 0)
    except (TypeError, ValueError):
        return None
    host = host.decode() if isinstance(host, bytes) else host
    numbers = host.split(".")
    is_ip = len(numbers) == 4 and all(each.isdecimal() and int(each) < 256 for each in numbers)
    if is_ip and family in (0, socket.AF_INET):
        return socket.AF_INET, kind, proto, "", (host, port)
    if ":" in host and not host.strip("0123456789abcdefABCDEF:.") and family in (0, socket.AF_INET6):
        return socket.AF_INET6, kind, proto, "", (host, port, 0, 0)
    return None


async def _resolve(loop, address, *, family=0, kind=socket.SOCK_STREAM, proto=0, flags=0):
    host, port = address[:2]
    known = _known_ip(host, port, family, kind, proto)
    if known is not None:
        return [known]
    return await loop.getaddrinfo(host, port, family=family, type=kind, proto=proto, flags=flags)


class BaseEventLoop:
    """Methods of loops; never instantiated."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def create_connection(
        self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
        local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
        happy_eyeballs_delay=None, interleave=None, all_errors=False,
    ):
        if server_hostname is not None and not ssl:
            raise ValueError("server_hostname is only meaningful with ssl")
        _refuse_tls(ssl)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            infos = await _resolve(self, (host, port), family=family, proto=proto, flags=flags)
            locals_ = None
            if local_addr is not None:
                locals_ = await _resolve(self, local_addr, family=family, proto=proto, flags=flags)
            failures = []
            for info in infos:
                try:
                    sock = await _connect_socket(self, failures, info, locals_)
                    break
                except OSError:
                    continue
            if sock is None:
                raise _combined(failures, all_errors)
        else:
            if sock is None:
                raise ValueError("host and port was not specified and no sock specified")
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await _make_connection(self, sock, protocol_factory)

    async def connect_accepted_socket(
        self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None
    ):
        _refuse_tls(ssl)
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await _make_connection(self, sock, protocol_factory)

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await _resolve(self, (host, port), family=family, flags=flags)
        if not infos:
            raise OSError(f"getaddrinfo({host!r}) returned empty list")
        return infos

    async def create_server(
        self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE,
        sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None,
        ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
    ):
        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        _refuse_tls(ssl)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            if host == "":
                hosts = [None]
            elif isinstance(host, str) or not isinstance(host, Iterable):
                hosts = [host]
            else:
                hosts = host
            lookups = [BaseEventLoop._create_server_getaddrinfo(self, each, port, family, flags) for each in hosts]
            infos = set(chain.from_iterable(await gather(*lookups)))
            sockets = _bind_all(infos)
        else:
            if sock is None:
                raise ValueError("Neither host/port nor sock were specified")
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
            sockets = [sock]
        return await _serve(self, sockets, protocol_factory, backlog, start_serving)

    async def create_datagram_endpoint(
        self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0,
        reuse_port=None, allow_broadcast=None, sock=None,
    ):
        remote = None
        if sock is not None:
            if sock.type == socket.SOCK_STREAM:
                raise ValueError(f"A datagram socket was expected, got {sock!r}")
            options = dict(
                local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags,
                reuse_port=reuse_port, allow_broadcast=allow_broadcast,
            )
            problems = ", ".join(f"{name}={value}" for name, value in options.items() if value)
            if problems:
                raise ValueError(
                    f"socket modifier keyword arguments can not be used when sock is specified. ({problems})"
                )
            sock.setblocking(False)
        else:
            pairs = await _datagram_addresses(self, local_addr, remote_addr, family, proto, flags)
            sock, remote = await _datagram_socket(self, pairs, allow_broadcast)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorDatagramTransport(self, sock, protocol, remote, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if not 0 < sig < 65 or sig in (32, 33):
        raise ValueError(f"invalid signal number {sig}")


async def _connect_socket(loop, failures, info, locals_):
    own = []
    failures.append(own)
    family, kind, proto, _, address = info
    sock = None
    try:
        sock = socket.socket(family=family, type=kind, proto=proto)
        sock.setblocking(False)
        if locals_ is not None:
            for local_family, _, _, _, local in locals_:
                if local_family != family:
                    continue
                try:
                    sock.bind(local)
                    break
                except OSError as error:
                    text = f"error while attempting to bind on address {local!r}: {str(error).lower()}"
                    own.append(OSError(error.errno, text))
            else:
                raise own.pop() if own else OSError(f"no matching local address with {family=} found")
        await loop.sock_connect(sock, address)
        return sock
    except BaseException as error:
        if isinstance(error, OSError):
            own.append(error)
        if sock is not None:
            sock.close()
        raise


def _combined(failures, all_errors):
    failures = [each for own in failures for each in own]
    if all_errors:
        return ExceptionGroup("create_connection failed", failures)
    if not failures:
        return TimeoutError("create_connection failed")
    if all(str(each) == str(failures[0]) for each in failures):
        return failures[0]
    return OSError(f"Multiple exceptions: {', '.join(str(each) for each in failures)}")


async def _make_connection(loop, sock, protocol_factory):
    try:
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = loop.create_future()
        files_of(loop).check_free(sock)
        transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    except:
        sock.close()
        raise
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


def _bind_all(infos):
    sockets = []
    try:
        for family, kind, proto, _, address in infos:
            try:
                sock = socket.socket(family, kind, proto)
            except OSError:
                continue
            sockets.append(sock)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            try:
                sock.bind(address)
            except OSError as error:
                if error.errno == 99:
                    # The address is none of this machine's.
                    sockets.pop().close()
                    continue
                text = f"error while attempting to bind on address {address!r}: {str(error).lower()}"
                raise OSError(error.errno, text) from None
        if not sockets:
            raise OSError(f"could not bind on any address out of {[info[4] for info in infos]!r}")
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    return sockets


async def _serve(loop, sockets, protocol_factory, backlog, start_serving):
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    """Pairs of a socket's kind and its (local, remote) addresses."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError("unexpected address family")
        return [((family, proto), (None, None))]
    if family == socket.AF_UNIX:
        for address in (local_addr, remote_addr):
            if address is not None and not isinstance(address, str):
                raise TypeError("string is expected")
        return [((family, proto), (local_addr, remote_addr))]
    found = {}
    for index, address in enumerate((local_addr, remote_addr)):
        if address is None:
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError("2-tuple is expected")
        infos = await _resolve(loop, address, family=family, kind=socket.SOCK_DGRAM, proto=proto, flags=flags)
        for info_family, _, info_proto, _, target in infos:
            found.setdefault((info_family, info_proto), [None, None])[index] = target
    pairs = [
        (kind, (local, remote))
        for kind, (local, remote) in found.items()
        if not (local_addr and local is None or remote_addr and remote is None)
    ]
    if not pairs:
        raise ValueError("can not get address information")
    return pairs


async def _datagram_socket(loop, pairs, allow_broadcast):
    failures = []
    for (family, proto), (local, remote) in pairs:
        sock = None
        try:
            sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local:
                sock.bind(local)
            if remote and not allow_broadcast:
                await loop.sock_connect(sock, remote)
            return sock, remote
        except BaseException as error:
            if sock is not None:
                sock.close()
            if not isinstance(error, OSError):
                raise
            failures.append(error)
    raise failures[0]


class _UnixSelectorEventLoop:
    """Methods of loops for signals and for sockets that have a path; never instantiated."""

    def add_signal_handler(self, sig, callback, *args):
        if iscoroutine(callback) or _iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        _check_signal(sig)
        self._check_closed()
        if sig in (9, 19):
            raise RuntimeError(f"sig {sig} cannot be caught")
        files = files_of(self)
        files.signal_handles[int(sig)] = _file_handle(self, callback, args)
        _set_signal_handler(int(sig), files.signal_came, self)

    def remove_signal_handler(self, sig):
        _check_signal(sig)
        if files_of(self).signal_handles.pop(int(sig), None) is None:
            return False
        _set_signal_handler(int(sig), None, None)
        return True

    async def create_unix_connection(
        self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
        ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
    ):
        _refuse_tls(ssl)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, str(path))
            except:
                sock.close()
                raise
        elif sock is None:
            raise ValueError("no path and sock were specified")
        return await _make_connection(self, sock, protocol_factory)

    async def create_unix_server(
        self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None,
        ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True,
    ):
        _refuse_tls(ssl)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            network.bound.pop(str(path), None)  # as a stale socket's file is removed
            sock.bind(str(path))
        elif sock is None:
            raise ValueError("path was not specified, and no sock specified")
        return await _serve(self, [sock], protocol_factory, backlog, start_serving)


class BaseSelectorEventLoop:
    """Methods of loops that watch descriptors; never instantiated."""

    def add_reader(self, fd, callback, *args):
        files = files_of(self)
        files.add_reader(files.check_free(fd), callback, *args)

    def remove_reader(self, fd):
        files = files_of(self)
        return files.remove_reader(files.check_free(fd))

    def add_writer(self, fd, callback, *args):
        files = files_of(self)
        files.add_writer(files.check_free(fd), callback, *args)

    def remove_writer(self, fd):
        files = files_of(self)
        return files.remove_writer(files.check_free(fd))

    async def sock_recv(self, sock, n):
        return await _when_ready(self, sock, 0, "data", sock.recv, n)

    async def sock_recv_into(self, sock, buf):
        return await _when_ready(self, sock, 0, "data", sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await _when_ready(self, sock, 0, "a datagram", sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await _when_ready(self, sock, 0, "a datagram", sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        _check_non_blocking(self, sock)
        data = bytes(data)
        try:
            n_sent = sock.send(data)
        except BlockingIOError:
            n_sent = 0
        if n_sent == len(data):
            return None
        return await _watch(self, sock, 1, "room to send", _send_rest(sock, data, n_sent))

    async def sock_sendto(self, sock, data, address):
        return await _when_ready(self, sock, 1, "room to send", sock.sendto, data, address)

    async def sock_connect(self, sock, address):
        _check_non_blocking(self, sock)
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            infos = await _resolve(self, address, family=sock.family, kind=sock.type, proto=sock.proto)
            address = infos[0][4]
        where = f"{address[0]}:{address[1]}" if isinstance(address, tuple) else address
        future = new_waiter(self, f"the connection with {where}")
        try:
            sock.connect(address)
        except BlockingIOError:

            def finish():
                error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if error:
                    raise OSError(error, f"Connect call failed {address}")

            _attempt_when_ready(self, sock, 1, future, finish)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(None)
        return await future

    async def sock_accept(self, sock):
        _check_non_blocking(self, sock)
        future = new_waiter(self, f"a client at {_place(sock)}")

        def accept():
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address

        _attempt(future, accept)
        if not future.done():
            _attempt_when_ready(self, sock, 0, future, accept)
        return await future


def _place(sock):
    name = sock.getsockname()
    return f"{name[0]}:{name[1]}" if isinstance(name, tuple) else name


def _check_non_blocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def _when_ready(loop, sock, index, what, operation, *args):
    """Does something with a socket, now or when it is ready."""
    _check_non_blocking(loop, sock)
    try:
        return operation(*args)
    except BlockingIOError:
        pass
    return await _watch(loop, sock, index, what, partial(operation, *args))


async def _watch(loop, sock, index, what, operation):
    try:
        peer = sock.getpeername()
    except OSError:
        peer = None
    joint = {"data": " from ", "room to send": " to "}.get(what)
    where = f"{joint}{peer[0]}:{peer[1]}" if joint and isinstance(peer, tuple) else f" at {_place(sock)}"
    future = new_waiter(loop, what + where)
    _attempt_when_ready(loop, sock, index, future, operation)
    return await future


def _attempt_when_ready(loop, sock, index, future, operation):
    files = files_of(loop)
    fd = files.check_free(sock.fileno())
    handle = files.watch(fd, index, _attempt, (future, operation))

    def done(future):
        if not handle.cancelled():
            files.unwatch(fd, index)

    future.add_done_callback(done)


def _attempt(future, operation):
    if future.done():
        return
    try:
        result = operation()
    except BlockingIOError:
        return  # it is asked again when the socket is ready
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


def _send_rest(sock, data, n_sent):
    def send():
        nonlocal n_sent
        n_sent += sock.send(data[n_sent:])
        if n_sent < len(data):
            raise BlockingIOError(11, "Resource temporarily unavailable")

    return send


class TransportSocket:
    """What a program sees of the socket behind a transport."""

    __slots__ = ("_sock",)
    __module__ = "asyncio.trsock"

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto

    def __repr__(self):
        text = (
            f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, "
            f"type={self.type!s}, proto={self.proto}"
        )
        if self.fileno() != -1:
            for name, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    text += f", {name}={address}"
        return text + ">"

    def fileno(self):
        return self._sock.fileno()

    def dup(self):
        return self._sock.dup()

    def get_inheritable(self):
        return False

    def shutdown(self, how):
        self._sock.shutdown(how)

    def getsockopt(self, *args):
        return self._sock.getsockopt(*args)

    def setsockopt(self, *args):
        self._sock.setsockopt(*args)

    def getpeername(self):
        return self._sock.getpeername()

    def getsockname(self):
        return self._sock.getsockname()

    def settimeout(self, value):
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def gettimeout(self):
        return 0

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")


class AbstractServer:
    """What `create_server()` returns."""

    __module__ = "asyncio.events"

    def close(self):
        raise NotImplementedError

    def close_clients(self):
        raise NotImplementedError

    def abort_clients(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """Accepts connections at one or more sockets."""

    __module__ = "asyncio.base_events"

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._clients = set()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            files_of(self._loop).add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog + 1):
            try:
                connection, address = sock.accept()
                connection.setblocking(False)
            except BlockingIOError:
                return
            self._loop.create_task(_accept_connection2(self._loop, self._protocol_factory, connection, address, self))

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(TransportSocket(each) for each in self._sockets)

    def close(self):
        """Stops to accept; connections that there are go on."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            files_of(self._loop).remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        """Closes all connections."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Closes all connections at once, without sending what waits to be sent."""
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Begins to accept, if it has not."""
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        """Accepts until it is cancelled."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        where = ", ".join(_place(each) for each in self._sockets)
        self._serving_forever_fut = new_waiter(self._loop, f"clients at {where}")
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                self.close_clients()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until the server and all its connections are closed."""
        if self._waiters is None:
            return
        waiter = new_waiter(self._loop, "the end of the server's connections")
        self._waiters.append(waiter)
        await waiter


async def _accept_connection2(loop, protocol_factory, connection, address, server):
    protocol = transport = None
    try:
        protocol = protocol_factory()
        waiter = loop.create_future()
        files_of(loop).check_free(connection)
        transport = _SelectorSocketTransport(loop, connection, protocol, waiter, {"peername": address}, server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        if loop.get_debug():
            context = {
                "message": "Error on transport creation for incoming connection",
                "exception": error,
            }
            if protocol is not None:
                context["protocol"] = protocol
            if transport is not None:
                context["transport"] = transport
            loop.call_exception_handler(context)


_accept_connection2.__qualname__ = "BaseSelectorEventLoop._accept_connection2"


def _set_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


class _SelectorTransport(_FlowControlMixin, Transport):
    """A transport on a socket."""

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
