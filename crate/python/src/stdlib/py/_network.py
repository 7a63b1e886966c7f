"""The network of the simulated machine: sockets in memory that behave as on Linux's loopback interface.

Descriptors lead to files, files to their peers. Sending puts bytes straight into the peer's queue, or, where the
network has a latency, among the arrivals, which come when the clock reaches them. A poller is what epoll is: it lists
what became ready in that order, and what still is ready goes to the end of the list each time it is looked at.

Long because sockets, files and pollers change each other's queues.

Only `localhost` and 127.* are there. The machine around it, set by `attach`, knows the time and lets threads wait.
"""

from collections import deque

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP = 0, 6, 17
SOL_SOCKET, SO_TYPE, SO_ERROR = 1, 3, 4
MSG_PEEK, MSG_DONTWAIT = 2, 0x40

READ, WRITE = 1, 2

EPHEMERAL_FIRST = 50_000
DESCRIPTOR_FIRST = 6  # the first that a program gets which runs one event loop
UNREAD_BYTES_MAX = 4 << 20  # of a stream, at the receiver and on the way
DATAGRAM_BYTES_MAX = 65_507
DATAGRAM_QUEUE_BYTES_MAX = 212_992

ENOENT, EBADF, EAGAIN, EINVAL, EPIPE = 2, 9, 11, 22, 32
EDESTADDRREQ, EMSGSIZE, EOPNOTSUPP, EAFNOSUPPORT = 89, 90, 95, 97
EADDRINUSE, EADDRNOTAVAIL, ENETUNREACH = 98, 99, 101
ECONNRESET, EISCONN, ENOTCONN, ECONNREFUSED, EALREADY, EINPROGRESS = 104, 106, 107, 111, 114, 115

_MESSAGES = {
    ENOENT: "No such file or directory",
    EBADF: "Bad file descriptor",
    EAGAIN: "Resource temporarily unavailable",
    EINVAL: "Invalid argument",
    EPIPE: "Broken pipe",
    EDESTADDRREQ: "Destination address required",
    EMSGSIZE: "Message too long",
    EOPNOTSUPP: "Operation not supported",
    EAFNOSUPPORT: "Address family not supported by protocol",
    EADDRINUSE: "Address already in use",
    EADDRNOTAVAIL: "Cannot assign requested address",
    ENETUNREACH: "Network is unreachable",
    ECONNRESET: "Connection reset by peer",
    EISCONN: "Transport endpoint is already connected",
    ENOTCONN: "Transport endpoint is not connected",
    ECONNREFUSED: "Connection refused",
    EALREADY: "Operation already in progress",
    EINPROGRESS: "Operation now in progress",
}


def failure(number):
    """The exception of an error number, in Linux's words."""
    return OSError(number, _MESSAGES[number])


class _Network:
    """All that changes: who has which descriptor and address, and what is on its way."""

    def __init__(self):
        self.machine = None
        self.files = {}  # by descriptor
        self.bound = {}  # by (kind, host, port), or by path
        self.next_port = EPHEMERAL_FIRST
        self.arrivals = []  # (time, number, what to do), the earliest last
        self.n_sent = 0
        self.latency_ns = 0
        self.bytes_per_second = None

    def open(self, file, descriptor=None):
        if descriptor is None:
            descriptor = DESCRIPTOR_FIRST
            while descriptor in self.files:
                descriptor += 1
        self.files[descriptor] = file
        file.n_descriptors += 1
        return descriptor

    def file(self, descriptor):
        if descriptor not in self.files:
            raise failure(EBADF)
        return self.files[descriptor]

    def close(self, descriptor):
        file = self.file(descriptor)
        del self.files[descriptor]
        for poller in list(file.pollers):
            if file.pollers[poller] == descriptor:
                poller.forget(descriptor, file)
        file.n_descriptors -= 1
        if not file.n_descriptors:
            file.close()

    def ephemeral(self, kind):
        port = self.next_port
        self.next_port = port + 1 if port < 65_535 else EPHEMERAL_FIRST
        if any(key[0] == kind and key[2] == port for key in self.bound if isinstance(key, tuple)):
            return self.ephemeral(kind)
        return port

    def send(self, link, n_bytes, deliver):
        """Has something done at the other end: at once, or when it has crossed the network."""
        if not self.latency_ns and not self.bytes_per_second:
            deliver()
            return
        now_ns = self.machine.now_ns()
        begins_ns = max(now_ns, link.free_ns)
        if self.bytes_per_second:
            begins_ns += round(n_bytes * 10**9 / self.bytes_per_second)
        link.free_ns = begins_ns
        self.n_sent += 1
        arrival = (-(begins_ns + self.latency_ns), -self.n_sent, deliver, self.machine.cause())
        low, high = 0, len(self.arrivals)
        while low < high:
            middle = (low + high) // 2
            if self.arrivals[middle][:2] < arrival[:2]:
                low = middle + 1
            else:
                high = middle
        self.arrivals.insert(low, arrival)

    def settle(self):
        """Lets everything arrive whose time has come."""
        while self.arrivals and -self.arrivals[-1][0] <= self.machine.now_ns():
            _, _, deliver, cause = self.arrivals.pop()
            self.machine.because_of(cause, deliver)

    def next_arrival(self):
        """When something arrives next, and its cause; `None` if nothing is on its way."""
        return (-self.arrivals[-1][0], self.arrivals[-1][3]) if self.arrivals else None


network = _Network()


def attach(machine):
    """Sets the machine around the network, an object with these methods.

    `now_ns()`: the time. `block(is_ready, deadline_ns, what)`: lets the calling thread wait. `note(what, n_bytes, port)`:
    something is sent. `cause()`: what runs now, `because_of(cause, function)`: calls a function on its behalf.
    """
    network.machine = machine


class Poller:
    """Tells which of several files are ready."""

    def __init__(self):
        self.interest = {}  # masks by descriptor
        self.ready = {}  # descriptors, in the order in which they became ready, each with the cause

    def register(self, descriptor, mask):
        file = network.file(descriptor)
        self.interest[descriptor] = mask
        file.pollers[self] = descriptor
        if file.state() & mask:
            self.ready.setdefault(descriptor, file.cause or network.machine.cause())

    def forget(self, descriptor, file=None):
        file = file or network.files.get(descriptor)
        self.interest.pop(descriptor, None)
        self.ready.pop(descriptor, None)
        if file is not None:
            file.pollers.pop(self, None)

    def note(self, descriptor, mask):
        if self.interest.get(descriptor, 0) & mask:
            self.ready.setdefault(descriptor, network.machine.cause())

    def is_ready(self):
        """Whether `poll` would find anything."""
        network.settle()
        return any(network.files[each].state() & self.interest[each] for each in self.ready)

    def poll(self):
        """Lists (descriptor, mask, cause) of what is ready."""
        network.settle()
        found = []
        for descriptor in list(self.ready):
            cause = self.ready.pop(descriptor)
            file = network.files[descriptor]
            mask = file.state() & self.interest[descriptor]
            if mask:
                cause = file.cause or cause
                self.ready[descriptor] = cause
                found.append((descriptor, mask, cause))
        return found


class _File:
    """What a descriptor leads to."""

    def __init__(self, family, kind):
        self.family = family
        self.kind = kind
        self.n_descriptors = 0
        self.pollers = {}
        self.name = None  # its address
        self.peer_name = None
        self.error = 0  # to be raised by the next operation
        self.cause = None  # what changed it last
        self.free_ns = 0  # when what was sent last has left
        self.latency_free = family == AF_UNIX

    def changed(self, mask):
        self.cause = network.machine.cause()
        for poller, descriptor in list(self.pollers.items()):
            poller.note(descriptor, mask)

    def cross(self, n_bytes, deliver):
        if self.latency_free:
            deliver()
        else:
            network.send(self, n_bytes, deliver)

    def take_error(self):
        error, self.error = self.error, 0
        return error

    def raise_error(self):
        error = self.take_error()
        if error:
            raise failure(error)

    def key(self, name):
        return (self.kind, *name) if self.family == AF_INET else name

    def bind(self, name):
        if self.name is not None:
            raise failure(EINVAL)
        if self.family == AF_INET:
            host, port = name
            if not (host == "0.0.0.0" or host.startswith("127.")):
                raise failure(EADDRNOTAVAIL)
            if port == 0:
                port = network.ephemeral(self.kind)
            for kind, other, taken in (key for key in network.bound if isinstance(key, tuple)):
                if (kind, taken) == (self.kind, port) and (host == "0.0.0.0" or other in (host, "0.0.0.0")):
                    raise failure(EADDRINUSE)
            name = (host, port)
        elif name in network.bound:
            raise failure(EADDRINUSE)
        self.name = name
        network.bound[self.key(name)] = self

    def unbind(self):
        if self.name is not None and network.bound.get(self.key(self.name)) is self:
            del network.bound[self.key(self.name)]

    def find(self, name):
        """The file that is bound to an address, if there is one."""
        if self.family != AF_INET:
            return network.bound.get(name)
        host, port = name
        return network.bound.get((self.kind, host, port)) or network.bound.get((self.kind, "0.0.0.0", port))


class Stream(_File):
    """One end of a connection, or a listener."""

    def __init__(self, family):
        super().__init__(family, SOCK_STREAM)
        self.peer = None
        self.unread = bytearray()
        self.n_coming = 0  # bytes that were sent and have not arrived
        self.is_full = False  # the sender was refused, and waits for room
        self.is_connecting = False
        self.has_ended = False  # nothing more will come
        self.can_write = False
        self.queue = None  # of a listener: connections to accept

    def state(self):
        if self.queue is not None:
            return READ if self.queue else 0
        if self.is_connecting:
            return 0
        if self.peer is None and not self.has_ended:
            return READ | WRITE  # never connected
        mask = READ if self.unread or self.has_ended or self.error else 0
        if not (self.can_write and self.peer is not None and self.peer.is_full):
            mask |= WRITE
        return mask

    def listen(self):
        if self.name is None:
            self.bind(("0.0.0.0", 0) if self.family == AF_INET else "")
        if self.queue is None:
            self.queue = deque()

    def connect(self, name):
        """Begins to connect; returns whether it will take a while."""
        if self.queue is not None or self.peer is not None or self.has_ended:
            raise failure(EISCONN)
        if self.is_connecting:
            raise failure(EALREADY)
        if self.family == AF_UNIX:
            return self.connect_path(name)
        host, port = name
        if host == "0.0.0.0":
            host = "127.0.0.1"
        if not host.startswith("127."):
            raise failure(ENETUNREACH)
        if self.name is None:
            self.name = ("127.0.0.1", network.ephemeral(SOCK_STREAM))
        elif self.name[0] == "0.0.0.0":
            self.name = ("127.0.0.1", self.name[1])
        network.machine.note("connect", 0, port)
        self.is_connecting = True
        self.peer_name = (host, port)
        self.cross(0, lambda: self.request(self.peer_name))
        return True

    def connect_path(self, path):
        listener = network.bound.get(path)
        if listener is None:
            raise failure(ENOENT)
        if listener.queue is None:
            raise failure(ECONNREFUSED)
        self.peer_name = path
        self.accept_at(listener)
        return False

    def request(self, name):
        """At the other side: is there somebody who listens?"""
        listener = self.find(name)
        if listener is None or listener.queue is None:
            self.cross(0, self.refused)
        else:
            self.accept_at(listener)

    def refused(self):
        self.is_connecting = False
        self.error = ECONNREFUSED
        self.has_ended = True
        self.changed(READ | WRITE)

    def accept_at(self, listener):
        end = Stream(self.family)
        end.name, end.peer_name = self.peer_name, self.name
        end.peer, end.can_write = self, True
        end.latency_free = self.latency_free
        listener.queue.append(end)
        listener.changed(READ)
        self.cross(0, lambda: self.established(end))

    def established(self, end):
        if not self.n_descriptors:
            end.ended()
            return
        self.is_connecting = False
        self.peer, self.can_write = end, True
        self.changed(WRITE)

    def pair_with(self, other):
        self.peer, other.peer = other, self
        self.can_write = other.can_write = True
        self.name = other.name = self.peer_name = other.peer_name = ""

    def send(self, data):
        """Sends what there is room for; returns how much."""
        self.raise_error()
        if not self.can_write:
            raise failure(EPIPE)
        peer = self.peer
        room = UNREAD_BYTES_MAX - len(peer.unread) - peer.n_coming
        if peer.is_full or (room <= 0 and data):
            peer.is_full = True
            raise failure(EAGAIN)
        data = data[:room]
        peer.n_coming += len(data)
        port = self.peer_name[1] if self.family == AF_INET else 0
        network.machine.note("send", len(data), port)
        self.cross(len(data), lambda: peer.arrived(data))
        return len(data)

    def arrived(self, data):
        self.n_coming -= len(data)
        if not self.n_descriptors and self.is_gone():
            self.cross(0, self.peer.was_reset)
            return
        self.unread += data
        self.changed(READ)

    def is_gone(self):
        """Whether no descriptor will ever lead here: closed, not just waiting to be accepted."""
        return not self.can_write and self.has_ended

    def receive(self, n_bytes, is_peek=False):
        if not self.unread:
            self.raise_error()
            if self.has_ended:
                return b""
            if self.peer is None:
                raise failure(ENOTCONN)
            raise failure(EAGAIN)
        data = bytes(self.unread[:n_bytes])
        if not is_peek:
            del self.unread[:n_bytes]
            if self.is_full and len(self.unread) + self.n_coming <= UNREAD_BYTES_MAX * 2 // 3:
                self.is_full = False
                self.peer.changed(WRITE)
        return data

    def shutdown(self, how):
        if self.peer is None:
            raise failure(ENOTCONN)
        if how != SHUT_RD and self.can_write:
            self.can_write = False
            self.say_end()
        if how != SHUT_WR:
            self.has_ended = True
            self.changed(READ)

    def say_end(self):
        port = self.peer_name[1] if self.family == AF_INET else 0
        network.machine.note("end", 0, port)
        self.cross(0, self.peer.ended)

    def ended(self):
        self.has_ended = True
        self.changed(READ)

    def was_reset(self):
        self.error = EPIPE if self.has_ended else ECONNRESET
        self.has_ended, self.can_write = True, False
        self.changed(READ | WRITE)

    def close(self):
        self.unbind()
        for end in self.queue or ():
            end.can_write, end.has_ended = False, True
            end.cross(0, end.peer.was_reset)
        peer = self.peer
        could_write, self.can_write, self.has_ended = self.can_write, False, True
        if peer is None:
            return
        if self.unread:
            self.cross(0, peer.was_reset)
        elif could_write:
            self.say_end()
        if peer.is_full or self.is_full:
            self.is_full = False
            peer.changed(WRITE)


class Datagrams(_File):
    """A socket of datagrams."""

    def __init__(self, family):
        super().__init__(family, SOCK_DGRAM)
        self.queue = deque()  # (bytes, sender's address)
        self.n_queued = 0
        self.is_shut = False

    def state(self):
        return (READ if self.queue or self.error or self.is_shut else 0) | WRITE

    def connect(self, name):
        if self.family == AF_INET:
            if not (name[0] == "0.0.0.0" or name[0].startswith("127.")):
                raise failure(ENETUNREACH)
            self.own_name("127.0.0.1")
        self.peer_name = name
        return False

    def own_name(self, host="0.0.0.0"):
        if self.name is None and self.family == AF_INET:
            self.bind((host, 0))

    def send(self, data):
        if self.peer_name is None:
            raise failure(EDESTADDRREQ)
        return self.send_to(data, self.peer_name)

    def send_to(self, data, name):
        self.raise_error()
        data = bytes(data)
        if len(data) > DATAGRAM_BYTES_MAX:
            raise failure(EMSGSIZE)
        if self.family == AF_INET:
            host, port = name
            name = ("127.0.0.1", port) if host == "0.0.0.0" else name
            if not name[0].startswith("127."):
                raise failure(ENETUNREACH)
            self.own_name()
            network.machine.note("send", len(data), port)
            sender = ("127.0.0.1", self.name[1]) if self.name[0] == "0.0.0.0" else self.name
        else:
            sender = self.name or ""
            if self.find(name) is None:
                raise failure(ENOENT)
        self.cross(len(data), lambda: self.reach(name, data, sender))
        return len(data)

    def reach(self, name, data, sender):
        receiver = self.find(name)
        if receiver is None:
            if self.peer_name is not None:
                self.cross(0, self.refused)
            return
        if receiver.peer_name is not None and receiver.peer_name != sender:
            return
        if receiver.n_queued + len(data) <= DATAGRAM_QUEUE_BYTES_MAX:
            receiver.queue.append((data, sender))
            receiver.n_queued += len(data)
            receiver.changed(READ)

    def refused(self):
        self.error = ECONNREFUSED
        self.changed(READ)

    def receive_from(self, n_bytes, is_peek=False):
        self.raise_error()
        if not self.queue:
            if self.is_shut:
                return b"", None
            raise failure(EAGAIN)
        data, sender = self.queue[0]
        if not is_peek:
            self.queue.popleft()
            self.n_queued -= len(data)
        return data[:n_bytes], sender

    def receive(self, n_bytes, is_peek=False):
        return self.receive_from(n_bytes, is_peek)[0]

    def shutdown(self, how):
        if self.peer_name is None:
            raise failure(ENOTCONN)
        self.is_shut = True
        self.changed(READ)

    def close(self):
        self.unbind()


class Socket:
    """What `_socket.socket` is: a descriptor, and how long operations on it may block."""

    __slots__ = ("_family", "_kind", "_proto", "_descriptor", "_timeout_ns", "_options")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family, kind, proto = int(family), int(type), int(proto)
        if fileno is not None:
            file = network.file(fileno)
            family = file.family if family == -1 else family
            kind = file.kind if kind == -1 else kind
        family = AF_INET if family == -1 else family
        kind = SOCK_STREAM if kind == -1 else kind
        is_blocking = not kind & SOCK_NONBLOCK
        kind &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if family not in (AF_INET, AF_UNIX):
            raise failure(EAFNOSUPPORT)
        if kind not in (SOCK_STREAM, SOCK_DGRAM):
            raise OSError(94, "Socket type not supported")
        if fileno is None:
            file = Stream(family) if kind == SOCK_STREAM else Datagrams(family)
            fileno = network.open(file)
        self._family = family
        self._kind = kind
        self._proto = max(proto, 0)
        self._descriptor = fileno
        self._options = {}
        self._timeout_ns = _default_timeout_ns[0] if is_blocking else 0

    @property
    def family(self):
        return self._family

    @property
    def type(self):
        return self._kind

    @property
    def proto(self):
        return self._proto

    @property
    def timeout(self):
        return self.gettimeout()

    def fileno(self):
        return self._descriptor

    def _file(self):
        return network.file(self._descriptor)

    def close(self):
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            network.close(descriptor)

    def detach(self):
        descriptor, self._descriptor = self._descriptor, -1
        return descriptor

    def settimeout(self, value, /):
        if value is not None:
            if value < 0:
                raise ValueError("Timeout value out of range")
            value = round(value * 10**9)
        self._timeout_ns = value

    def gettimeout(self):
        return None if self._timeout_ns is None else self._timeout_ns / 10**9

    def setblocking(self, flag, /):
        self._timeout_ns = None if flag else 0

    def getblocking(self):
        return self._timeout_ns != 0

    def _until_done(self, operation, mask, what, flags=0):
        """Does an operation; where it would block, waits as long as the time-out allows."""
        if self._timeout_ns == 0 or flags & MSG_DONTWAIT:
            network.settle()
            return operation()
        deadline_ns = None
        if self._timeout_ns is not None:
            deadline_ns = network.machine.now_ns() + self._timeout_ns
        file = self._file()
        while True:
            network.settle()
            try:
                return operation()
            except BlockingIOError:
                if deadline_ns is not None and deadline_ns <= network.machine.now_ns():
                    raise TimeoutError("timed out") from None
            network.machine.block(lambda: _is_ready(file, mask), deadline_ns, what)

    def bind(self, address, /):
        self._file().bind(_address(self._family, address))

    def listen(self, backlog=128, /):
        file = self._file()
        if self._kind != SOCK_STREAM:
            raise failure(EOPNOTSUPP)
        file.listen()

    def _accept(self):
        file = self._file()

        def operation():
            if self._kind != SOCK_STREAM or file.queue is None:
                raise failure(EINVAL)
            if not file.queue:
                raise failure(EAGAIN)
            end = file.queue.popleft()
            return network.open(end), _shown(self._family, end.peer_name)

        return self._until_done(operation, READ, "a connection")

    def connect(self, address, /):
        error = self._connect(address)
        if error:
            raise failure(error)

    def connect_ex(self, address, /):
        try:
            return self._connect(address)
        except BlockingIOError as error:
            return error.errno

    def _connect(self, address):
        file = self._file()
        address = _address(self._family, address)
        network.settle()
        try:
            takes_a_while = file.connect(address)
        except BlockingIOError:
            raise
        except OSError as error:
            return error.errno
        if not takes_a_while:
            return 0
        if self._timeout_ns == 0:
            raise failure(EINPROGRESS)

        def operation():
            if file.is_connecting:
                raise failure(EAGAIN)

        self._until_done(operation, WRITE, "the connection")
        return file.take_error()

    def send(self, data, flags=0, /):
        data = bytes(data)
        return self._until_done(lambda: self._file().send(data), WRITE, "room", flags)

    def sendall(self, data, flags=0, /):
        data = bytes(data)
        n_sent = 0
        while True:
            n_sent += self.send(data[n_sent:], flags)
            if n_sent == len(data):
                return

    def sendmsg(self, buffers, ancillary=(), flags=0, address=None, /):
        data = b"".join(buffers)
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def sendto(self, data, *flags_and_address):
        file = self._file()
        if self._kind == SOCK_STREAM:
            return self.send(data)
        address = _address(self._family, flags_and_address[-1])
        return self._until_done(lambda: file.send_to(data, address), WRITE, "room")

    def recv(self, n_bytes, flags=0, /):
        if n_bytes < 0:
            raise ValueError("negative buffersize in recv")
        is_peek = bool(flags & MSG_PEEK)
        return self._until_done(lambda: self._file().receive(n_bytes, is_peek), READ, "data", flags)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[: len(data)] = data
        return len(data)

    def recvfrom(self, n_bytes, flags=0, /):
        if self._kind == SOCK_STREAM:
            return self.recv(n_bytes, flags), None
        is_peek = bool(flags & MSG_PEEK)
        data, sender = self._until_done(
            lambda: self._file().receive_from(n_bytes, is_peek), READ, "a datagram", flags
        )
        return data, _shown(self._family, sender)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, sender = self.recvfrom(nbytes or len(buffer), flags)
        buffer[: len(data)] = data
        return len(data), sender

    def shutdown(self, how, /):
        self._file().shutdown(how)

    def getsockname(self):
        file = self._file()
        return _shown(self._family, file.name or ("0.0.0.0", 0) if self._family == AF_INET else file.name)

    def getpeername(self):
        file = self._file()
        is_connected = file.peer_name is not None and not (self._kind == SOCK_STREAM and file.peer is None)
        if not is_connected:
            raise failure(ENOTCONN)
        return _shown(self._family, file.peer_name)

    def setsockopt(self, level, option, value, length=None, /):
        self._file()
        self._options[int(level), int(option)] = int(value) if not isinstance(value, (bytes, bytearray)) else value

    def getsockopt(self, level, option, length=0, /):
        file = self._file()
        if level == SOL_SOCKET and option == SO_ERROR:
            network.settle()
            return file.take_error()
        if level == SOL_SOCKET and option == SO_TYPE:
            return self._kind
        return self._options.get((int(level), int(option)), 0)


def _is_ready(file, mask):
    network.settle()
    return bool(file.state() & mask)


_default_timeout_ns = [None]


def set_default_timeout(seconds):
    """Sets what new sockets begin with."""
    _default_timeout_ns[0] = None if seconds is None else round(seconds * 10**9)


def get_default_timeout():
    """What new sockets begin with, in seconds."""
    ns = _default_timeout_ns[0]
    return None if ns is None else ns / 10**9


def _address(family, address):
    if family == AF_UNIX:
        return address.decode() if isinstance(address, bytes) else address
    if not isinstance(address, tuple):
        raise TypeError(f"AF_INET address must be tuple, not {type(address).__name__}")
    if len(address) != 2:
        raise TypeError("AF_INET address must be a pair (host, port)")
    host, port = address
    if not 0 <= port <= 65_535:
        raise OverflowError("bind(): port must be 0-65535.")
    return resolve(host), port


def _shown(family, name):
    return "" if name is None and family == AF_UNIX else name


class gaierror(OSError):
    """A name that leads nowhere."""


def is_ip(text):
    """Whether a text is an IPv4 address in numbers."""
    parts = text.split(".")
    return len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts)


def resolve(host):
    """The IP address of a name."""
    if isinstance(host, bytes):
        host = host.decode()
    if host == "":
        return "0.0.0.0"
    if host == "<broadcast>":
        return "255.255.255.255"
    if is_ip(host):
        return host
    if host.lower() in ("localhost", "localhost.localdomain"):
        return "127.0.0.1"
    raise gaierror(-2, "Name or service not known")


_SERVICES = {"http": 80, "https": 443, "ftp": 21, "ssh": 22, "smtp": 25, "domain": 53, "telnet": 23}


def get_address_info(host, port, family=0, type=0, proto=0, flags=0):
    """(family, type, protocol, canonical name, address) of everything that a name may mean."""
    if isinstance(port, bytes):
        port = port.decode()
    if isinstance(port, str):
        port = int(port) if port.isdecimal() else _SERVICES.get(port)
        if port is None:
            raise gaierror(-8, "Servname not supported for ai_socktype")
    if family not in (AF_UNSPEC, AF_INET):
        raise gaierror(-9, "Address family for hostname not supported")
    if host is None:
        if port is None:
            raise gaierror(-2, "Name or service not known")
        ip = "0.0.0.0" if flags & 1 else "127.0.0.1"
    else:
        ip = resolve(host)
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, IPPROTO_IP)]
    wanted = [
        (kind, protocol)
        for kind, protocol in kinds
        if type in (0, kind) and proto in (0, protocol)
    ]
    return [(AF_INET, kind, protocol, "", (ip, port or 0)) for kind, protocol in wanted]


def get_name_info(address, flags):
    """(host, service) of an address: names unless the flags want numbers."""
    host, port = address[:2]
    ip = resolve(host)
    name = "localhost" if ip.startswith("127.") and not flags & 1 else ip
    services = {number: service for service, number in _SERVICES.items()}
    return name, str(port) if flags & 2 else services.get(port, str(port))


def pair(family=AF_UNIX, kind=SOCK_STREAM):
    """Two descriptors that are connected with each other."""
    if kind != SOCK_STREAM:
        raise failure(EOPNOTSUPP)
    one, other = Stream(family), Stream(family)
    one.latency_free = other.latency_free = True
    one.pair_with(other)
    return network.open(one), network.open(other)
