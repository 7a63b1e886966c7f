"""Loops and sockets: the loops' methods that use the network."""

from asyncio import gather, iscoroutine, sleep
from asyncio.servers import Server, place_of
from asyncio.socket_transports import _SelectorDatagramTransport, _SelectorSocketTransport
from asyncio.watched_files import files_of, new_waiter
from collections.abc import Iterable
from functools import partial
from itertools import chain
import socket

from _loopscope_asyncio import _iscoroutinefunction, _unsupported
from _loopscope_network import _file_handle
from _loopscope_signal import _set_signal_handler
from _network import network

__all__ = ()


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
                    sock = await _connect_socket(self, failures, info, locals_)  #~ base_events.py:1144
                    break
                except OSError:
                    continue
            if sock is None:
                raise _combined(failures, all_errors)  #~ base_events.py:1169
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
        await loop.sock_connect(sock, address)  #~ base_events.py:1043
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
                    raise OSError(error, f"Connect call failed {address}")  #~ 683

            _attempt_when_ready(self, sock, 1, future, finish)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(None)
        return await future  #~ 643

    async def sock_accept(self, sock):
        _check_non_blocking(self, sock)
        future = new_waiter(self, f"a client at {place_of(sock)}")

        def accept():
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address

        _attempt(future, accept)
        if not future.done():
            _attempt_when_ready(self, sock, 0, future, accept)
        return await future


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
    where = f"{joint}{peer[0]}:{peer[1]}" if joint and isinstance(peer, tuple) else f" at {place_of(sock)}"
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
