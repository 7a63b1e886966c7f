"""Streams in memory."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


class IOBase:
    """What all streams have."""

    def __init__(self):
        self._closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def flush(self):
        self._check()

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    """A buffer of text or bytes with a position."""

    def __init__(self, initial):
        super().__init__()
        self._buffer = initial
        self._position = 0

    def getvalue(self):
        self._check()
        return self._buffer

    def _put(self, data, blank):
        self._check()
        before = self._buffer[:self._position]
        before += blank * (self._position - len(before))
        self._buffer = before + data + self._buffer[self._position + len(data):]
        self._position += len(data)
        return len(data)

    def read(self, size=-1):
        self._check()
        end = len(self._buffer) if size is None or size < 0 else self._position + size
        data = self._buffer[self._position:end]
        self._position += len(data)
        return data

    def _line(self, newline, size):
        self._check()
        at = self._buffer.find(newline, self._position)
        end = len(self._buffer) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        data = self._buffer[self._position:end]
        self._position += len(data)
        return data

    def tell(self):
        self._check()
        return self._position

    def seek(self, offset, whence=0):
        self._check()
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        self._position = offset + (0 if whence == 0 else self._position if whence == 1 else len(self._buffer))
        return self._position

    def truncate(self, size=None):
        self._check()
        size = self._position if size is None else size
        self._buffer = self._buffer[:size]
        return size


class StringIO(_Memory):
    """A text stream in memory."""

    encoding = None
    newlines = None

    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value or "")

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        return self._put(text, "\0")

    def readline(self, size=-1):
        return self._line("\n", size)


class BytesIO(_Memory):
    """A stream of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes))

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(data), b"\0")

    def readline(self, size=-1):
        return self._line(b"\n", size)

    def getbuffer(self):
        return bytearray(self._buffer)


for _kind in (StringIO, BytesIO):
    _kind.__module__ = "_io"
del _kind
TextIOBase = RawIOBase = BufferedIOBase = IOBase


def open(*args, **kwargs):
    """Opens a file and returns a stream."""
    import _files

    return _files.open(*args, **kwargs)


def __getattr__(name):
    """The classes of files, which programs seldom ask for."""
    if name in ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper"):
        import _files

        return getattr(_files, name)
    raise AttributeError(f"module 'io' has no attribute '{name}'")
