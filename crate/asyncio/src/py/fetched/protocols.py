"""What receives from transports: base classes whose methods do nothing."""

__all__ = (
    "BaseProtocol",
    "BufferedProtocol",
    "DatagramProtocol",
    "Protocol",
    "SubprocessProtocol",
)


class BaseProtocol:
    """What every protocol is told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection; called once, first."""

    def connection_lost(self, exc):
        """The connection is gone: closed (`None`), or because of an error; called once, last."""

    def pause_writing(self):
        """The transport's buffer is above its high-water mark."""

    def resume_writing(self):
        """The transport's buffer is down at its low-water mark."""


class Protocol(BaseProtocol):
    """Receives a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other side sends no more. A true result keeps the transport open for writing."""


class BufferedProtocol(BaseProtocol):
    """Receives a stream of bytes into buffers of its own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Returns a buffer to read into."""

    def buffer_updated(self, nbytes):
        """So many bytes were read into the buffer."""

    def eof_received(self):
        """The other side sends no more. A true result keeps the transport open for writing."""


class DatagramProtocol(BaseProtocol):
    """Receives datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram came."""

    def error_received(self, exc):
        """Sending or receiving failed; the transport goes on."""


class SubprocessProtocol(BaseProtocol):
    """Receives from a child process, of which there are none here."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child wrote to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe of the child is closed."""

    def process_exited(self):
        """The child has ended."""
