"""Sockets of the simulated network."""

import enum
import _network
import _loopscope_network as _machine_calls
from _network import (
    MSG_DONTWAIT,
    MSG_PEEK,
    gaierror,
    network as _state,
)

error = OSError
timeout = TimeoutError
herror = type("herror", (OSError,), {})
has_ipv6 = False

SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
SOL_SOCKET, SOL_TCP, SOL_UDP = 1, 6, 17
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST = 1, 2, 3, 4, 5, 6
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER, SO_REUSEPORT = 7, 8, 9, 10, 13, 15
SO_RCVTIMEO, SO_SNDTIMEO = 20, 21
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 3, 4, 5, 6
IP_TTL, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 2, 33, 34, 35, 36
IPV6_V6ONLY = 26
INADDR_ANY, INADDR_BROADCAST, INADDR_LOOPBACK = 0, 0xFFFFFFFF, 0x7F000001
SOMAXCONN = 4096
NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD, NI_DGRAM = 1, 2, 8, 16
EAI_FAMILY, EAI_SERVICE, EAI_NONAME, EAI_AGAIN = -6, -8, -2, -3
EAGAIN = EWOULDBLOCK = 11
EBADF = 9


class AddressFamily(enum.IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(enum.IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3
    SOCK_NONBLOCK = 0o4000
    SOCK_CLOEXEC = 0o2000000


class AddressInfo(enum.IntFlag):
    AI_PASSIVE = 1
    AI_CANONNAME = 2
    AI_NUMERICHOST = 4
    AI_V4MAPPED = 8
    AI_ALL = 16
    AI_ADDRCONFIG = 32
    AI_NUMERICSERV = 1024


for _kind in (AddressFamily, SocketKind, AddressInfo):
    globals().update(_kind.__members__)
del _kind


class _Machine:
    """What the network asks of the machine: the time, waiting, and the events behind what happens."""

    def __init__(self):
        self.sent = 0  # the last event of something sent
        self.carried = None  # the event on whose behalf something arrives

    now_ns = staticmethod(_machine_calls._clock_ns)

    def block(self, is_ready, deadline_ns, what):
        while not is_ready():
            now_ns = self.now_ns()
            if deadline_ns is not None and deadline_ns <= now_ns:
                return
            arrival = _state.next_arrival()
            ends = [end for end in (deadline_ns, arrival and arrival[0]) if end is not None]
            _machine_calls._wait_until(min(ends) if ends else None, what)

    def note(self, what, n_bytes, port):
        self.sent = _machine_calls._note_transfer(what, n_bytes, port)

    def cause(self):
        # What is sent comes after the start of the handle that sends it.
        return self.carried if self.carried is not None else max(self.sent, _machine_calls._current_event())

    def because_of(self, cause, function):
        self.carried = cause
        try:
            function()
        finally:
            self.carried = None


_network.attach(_Machine())
_state.latency_ns, _state.bytes_per_second, _ = _machine_calls._settings()


def _member(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_network.Socket):
    """One end of communication."""

    __slots__ = ("_n_files", "_closed")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._n_files = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if not self._closed:
            self.close()

    def __repr__(self):
        state = " [closed]" if self._closed else ""
        text = (
            f"<socket.socket{state} fd={self.fileno()}, family={int(self._family)}, "
            f"type={int(self._kind)}, proto={self._proto}"
        )
        if not self._closed:
            for name, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    text += f", {name}={address}"
        return text + ">"

    @property
    def family(self):
        return _member(AddressFamily, self._family)

    @property
    def type(self):
        return _member(SocketKind, self._kind)

    def accept(self):
        """Takes a connection: (a new socket, the address of the other side)."""
        descriptor, address = self._accept()
        connection = socket(self._family, self._kind, self._proto, descriptor)
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def close(self):
        """Closes the socket, once all files made of it are closed too."""
        self._closed = True
        if self._n_files <= 0:
            super().close()

    def detach(self):
        """Gives the descriptor away."""
        self._closed = True
        return super().detach()

    def dup(self):
        """Another socket of the same connection."""
        descriptor = _state.open(self._file())
        copy = socket(self._family, self._kind, self._proto, descriptor)
        copy.settimeout(self.gettimeout())
        return copy

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from the socket or writes to it."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._n_files += 1
        return _SocketFile(self, mode, encoding or "utf-8", errors or "strict")

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        pass

    def _file_closed(self):
        self._n_files -= 1
        if self._closed:
            self.close()


SocketType = socket


class _SocketFile:
    """What `makefile` returns: reads whole lines and blocks, writes when flushed."""

    def __init__(self, owner, mode, encoding, errors):
        self._owner = owner
        self.mode = mode
        self._is_text = "b" not in mode
        self._coding = (encoding, errors)
        self._unread = bytearray()
        self._unwritten = bytearray()
        self.closed = False

    def _shown(self, data):
        return bytes(data).decode(*self._coding).replace("\r\n", "\n") if self._is_text else bytes(data)

    def _take(self, n_bytes):
        data = self._unread[:n_bytes]
        del self._unread[:n_bytes]
        return self._shown(data)

    def _fill(self):
        data = self._owner.recv(8192)
        self._unread += data
        return bool(data)

    def read(self, size=-1):
        while size is None or size < 0 or len(self._unread) < size:
            if not self._fill():
                size = len(self._unread)
                break
        return self._take(size)

    def readline(self, size=-1):
        while b"\n" not in self._unread and self._fill():
            pass
        end = self._unread.find(b"\n") + 1 or len(self._unread)
        return self._take(end)

    def readlines(self):
        return list(self)

    def write(self, data):
        self._unwritten += data.encode(*self._coding) if self._is_text else data
        return len(data)

    def flush(self):
        data = bytes(self._unwritten)
        self._unwritten.clear()
        self._owner.sendall(data)

    def close(self):
        if not self.closed:
            self.closed = True
            if self._unwritten:
                self.flush()
            self._owner._file_closed()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def socketpair(family=None, type=SocketKind.SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    family = AddressFamily.AF_UNIX if family is None else family
    return tuple(socket(family, type, proto, each) for each in _network.pair(int(family), int(type)))


def fromfd(fd, family, type, proto=0):
    """A socket of a descriptor's copy."""
    return socket(family, type, proto, _state.open(_state.file(fd)))


def close(fd):
    """Closes a descriptor."""
    _state.close(fd)


getdefaulttimeout = _network.get_default_timeout
setdefaulttimeout = _network.set_default_timeout


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Everything that a host's name and a port may mean."""
    found = _network.get_address_info(host, port, int(family), int(type), proto, int(flags))
    return [
        (AddressFamily(family), SocketKind(kind), protocol, name, address)
        for family, kind, protocol, name, address in found
    ]


def getnameinfo(sockaddr, flags):
    """The names behind an address."""
    return _network.get_name_info(sockaddr, flags)


def gethostbyname(hostname):
    """The IP address of a name."""
    return _network.resolve(hostname)


def gethostname():
    """The name of this machine."""
    return "localhost"


def getfqdn(name=""):
    """The full name of a machine."""
    return "localhost" if name in ("", "0.0.0.0", "127.0.0.1", "localhost") else name


def gethostbyaddr(ip_address):
    """(name, aliases, addresses) of a machine."""
    name, _ = _network.get_name_info((ip_address, 0), 2)
    return name, [], [_network.resolve(ip_address)]


def getservbyname(servicename, protocolname=None):
    """The port of a service."""
    if servicename not in _network._SERVICES:
        raise OSError("service/proto not found")
    return _network._SERVICES[servicename]


def inet_aton(ip_string):
    """An IPv4 address as four bytes."""
    if not _network.is_ip(ip_string):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(int(part) for part in ip_string.split("."))


def inet_ntoa(packed_ip):
    """Four bytes as an IPv4 address."""
    if len(packed_ip) != 4:
        raise ValueError("packed IP wrong length")
    return ".".join(str(part) for part in packed_ip)


def inet_pton(address_family, ip_string):
    """An address as bytes."""
    if address_family == AddressFamily.AF_INET and _network.is_ip(ip_string):
        return inet_aton(ip_string)
    raise OSError("illegal IP address string passed to inet_pton")


def inet_ntop(address_family, packed_ip):
    """Bytes as an address."""
    return inet_ntoa(packed_ip)


def htons(x):
    """A 16-bit number in the network's order of bytes."""
    return (x & 0xFF) << 8 | x >> 8


def htonl(x):
    """A 32-bit number in the network's order of bytes."""
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    """A socket that is connected to an address, blocking until it is."""
    failures = []
    for family, kind, protocol, _, target in getaddrinfo(*address, 0, SocketKind.SOCK_STREAM):
        connection = None
        try:
            connection = socket(family, kind, protocol)
            if timeout is not None:
                connection.settimeout(timeout)
            if source_address:
                connection.bind(source_address)
            connection.connect(target)
            return connection
        except OSError as failure:
            failures.append(failure)
            if connection is not None:
                connection.close()
    if all_errors:
        raise ExceptionGroup("create_connection failed", failures)
    raise failures[0]


def has_dualstack_ipv6():
    """Whether a socket can serve IPv4 and IPv6 together: there is no IPv6."""
    return False


def create_server(address, *, family=AddressFamily.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at an address."""
    listener = socket(family, SocketKind.SOCK_STREAM)
    try:
        listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            listener.bind(address)
        except OSError as failure:
            message = f"{failure.strerror} (while attempting to bind on address {address!r})"
            raise OSError(failure.errno, message) from None
        listener.listen(*() if backlog is None else (backlog,))
        return listener
    except OSError:
        listener.close()
        raise
