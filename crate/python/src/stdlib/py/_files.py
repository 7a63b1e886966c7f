"""The file system in memory, and the streams that read and write its files.

A directory is a dict of names, a file a `File`. At the start there are the working directory with the files that the
embedder gave, and a directory for temporary ones.
"""

import errno
import time
from io import IOBase, UnsupportedOperation
from _sys import _given_files

WORKING_DIRECTORY = "/project"
TEMPORARY_DIRECTORY = "/tmp"


class File:
    """The content of a file."""

    def __init__(self, data=b""):
        self.data = bytearray(data)
        self.modified_ns = time.time_ns()


class Directory(dict):
    """The entries of a directory by name."""

    def __init__(self):
        super().__init__()
        self.modified_ns = time.time_ns()


root = Directory()
current = WORKING_DIRECTORY


def error(number, path, other=None):
    """The exception of an error number, with its text."""
    text = errno._strerror[number]
    return OSError(number, text, path) if other is None else OSError(number, text, path, None, other)


def text_of(path):
    """A path as text; numbers of files and objects that are no paths are refused."""
    if isinstance(path, str):
        text = path
    elif isinstance(path, (bytes, bytearray)):
        text = path.decode()
    elif hasattr(type(path), "__fspath__"):
        return text_of(type(path).__fspath__(path))
    else:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    if "\0" in text:
        raise ValueError("embedded null byte")
    return text


def parts_of(path):
    """The names that lead to a path from the root."""
    text = text_of(path)
    found = []
    for part in (text if text.startswith("/") else f"{current}/{text}").split("/"):
        if part == "..":
            found = found[:-1]
        elif part not in ("", "."):
            found.append(part)
    return found


def find(path, shown=None):
    """The file or directory at a path, or `None`; an error if a file stands where a directory should."""
    node = root
    if text_of(path) == "":
        return None
    for part in parts_of(path):
        if not isinstance(node, Directory):
            raise error(errno.ENOTDIR, path if shown is None else shown)
        node = node.get(part)
        if node is None:
            return None
    if text_of(path).endswith("/") and not isinstance(node, Directory):
        raise error(errno.ENOTDIR, path)
    return node


def get(path):
    """The file or directory at a path that must be there."""
    node = find(path)
    if node is None:
        raise error(errno.ENOENT, path)
    return node


def place(path):
    """The directory in which a path's last name stands, and that name."""
    parts = parts_of(path)
    if not parts:
        return root, ""
    parent = find("/" + "/".join(parts[:-1]), path)
    if parent is None or text_of(path) == "":
        raise error(errno.ENOENT, path)
    if not isinstance(parent, Directory):
        raise error(errno.ENOTDIR, path)
    return parent, parts[-1]


def put(path, node):
    parent, name = place(path)
    parent[name] = node
    parent.modified_ns = time.time_ns()


def remove(path):
    parent, name = place(path)
    del parent[name]
    parent.modified_ns = time.time_ns()


for _name in (WORKING_DIRECTORY, TEMPORARY_DIRECTORY):
    put(_name, Directory())
for _name, _data in _given_files().items():
    _parts = _name.split("/")
    for _end in range(1, len(_parts)):
        _directory = "/".join(_parts[:_end])
        if find(_directory) is None:
            put(_directory, Directory())
    put(_name, File(_data))

# Open files by number; 0 to 2 are the standard streams.
descriptors = {}


def _new_descriptor(stream):
    number = 3
    while number in descriptors:
        number += 1
    descriptors[number] = stream
    return number


class RawFile(IOBase):
    """An open file of bytes."""

    def __init__(self, path, kind, updates):
        super().__init__()
        self.name = path
        self._reads = kind == "r" or updates
        self._writes = kind != "r" or updates
        self._appends = kind == "a"
        self._file = self._open(path, kind)
        self._position = len(self._file.data) if self._appends else 0
        self._number = _new_descriptor(self)

    @staticmethod
    def _open(path, kind):
        node = find(path)
        if isinstance(node, Directory):
            raise error(errno.EISDIR, path)
        if kind == "x" and node is not None:
            raise error(errno.EEXIST, path)
        if node is None:
            if kind == "r":
                raise error(errno.ENOENT, path)
            node = File()
            put(path, node)
        elif kind == "w":
            del node.data[:]
            node.modified_ns = time.time_ns()
        return node

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def _check_reads(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("read")

    def _check_writes(self):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("write")

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def fileno(self):
        self._check()
        return self._number

    def close(self):
        if not self._closed:
            self._closed = True
            del descriptors[self._number]

    def _take(self, end):
        data = bytes(self._file.data[self._position:end])
        self._position += len(data)
        return data

    def read(self, size=-1):
        self._check_reads()
        return self._take(None if size is None or size < 0 else self._position + size)

    read1 = read

    def peek(self, size=0):
        self._check_reads()
        return bytes(self._file.data[self._position:])

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_reads()
        at = self._file.data.find(b"\n", self._position)
        end = len(self._file.data) if at < 0 else at + 1
        return self._take(end if size is None or size < 0 else min(end, self._position + size))

    def write(self, data):
        self._check_writes()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        content, data = self._file.data, bytes(data)
        if self._appends:
            self._position = len(content)
        elif self._position > len(content):
            content.extend(bytes(self._position - len(content)))
        content[self._position:self._position + len(data)] = data
        self._position += len(data)
        self._file.modified_ns = time.time_ns()
        return len(data)

    def tell(self):
        self._check()
        return self._position

    def seek(self, offset, whence=0):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        position = offset + (0, self._position, len(self._file.data))[whence]
        if position < 0:
            raise error(errno.EINVAL, None)
        self._position = position
        return position

    def truncate(self, size=None):
        self._check_writes()
        size = self._position if size is None else size
        content = self._file.data
        del content[size:]
        content.extend(bytes(max(0, size - len(content))))
        return size

    @property
    def mode(self):
        if self._appends:
            return "ab+" if self._reads else "ab"
        return "rb+" if self._reads and self._writes else "rb" if self._reads else "wb"

    @property
    def raw(self):
        return self

    def detach(self):
        return self

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(RawFile):
    """A file opened for reading bytes."""


class BufferedWriter(RawFile):
    """A file opened for writing bytes."""


class BufferedRandom(RawFile):
    """A file opened for reading and writing bytes."""


class FileIO(RawFile):
    """A file of bytes without a buffer."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kind, updates, _ = _read_mode(mode)
        super().__init__(file, kind, updates)

    def readall(self):
        return self.read()

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"


class TextIOWrapper(IOBase):
    """A file of text on top of one of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        super().__init__()
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self.buffer = buffer
        self.encoding = "utf-8" if encoding in (None, "locale") else encoding
        "".encode(self.encoding)
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self.newlines = None
        self._newline = newline
        self._forget()

    def _forget(self):
        """Drops what was read ahead: the position is the buffer's again."""
        self._ahead = ""
        self._used = 0
        self._start = None

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def _check(self):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self.buffer.close()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def fileno(self):
        return self.buffer.fileno()

    def detach(self):
        return self.buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors

    def _fill(self):
        """Decodes the rest of the file, unless that has been done."""
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._start is None or self._used == len(self._ahead):
            start = self.tell()
            self.buffer.seek(start)
            self._start = start
            self._ahead = self.buffer.read().decode(self.encoding, self.errors)
            self._used = 0

    def _take(self, end):
        text = self._ahead[self._used:end]
        self._used = end
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        self._fill()
        if size is None or size < 0:
            return self._take(len(self._ahead))
        text = ""
        while len(text) < size and self._used < len(self._ahead):
            end = min(self._used + size - len(text), len(self._ahead))
            # A line's two-character end is one character.
            if self._newline is None and self._ahead[end - 1] == "\r" and self._ahead.startswith("\n", end):
                end += 1
            text += self._take(end)
        return text

    def _line_end(self):
        """Where the line ends that begins where the next character is."""
        text, start = self._ahead, self._used
        if self._newline in (None, "") and "\r" in text:
            n, r = text.find("\n", start), text.find("\r", start)
            if r >= 0 and (n < 0 or r < n):
                return r + 1 + text.startswith("\n", r + 1)
            at, width = n, 1
        else:
            newline = self._newline or "\n"
            at, width = text.find(newline, start), len(newline)
        return len(text) if at < 0 else at + width

    def readline(self, size=-1):
        self._fill()
        end = self._line_end()
        return self._take(end if size is None or size < 0 else min(end, self._used + size))

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if self._start is not None:
            self.buffer.seek(self.tell())
            self._forget()
        written = text
        if self._newline in ("\r", "\r\n"):
            written = text.replace("\n", self._newline)
        self.buffer.write(written.encode(self.encoding, self.errors))
        return len(text)

    def tell(self):
        self._check()
        if self._start is None:
            return self.buffer.tell()
        return self._start + len(self._ahead[:self._used].encode(self.encoding, self.errors))

    def seek(self, offset, whence=0):
        self._check()
        if whence == 1 and offset != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and offset != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if offset < 0:
            raise ValueError(f"negative seek position {offset}")
        offset = self.tell() if whence == 1 else offset
        self._forget()
        return self.buffer.seek(offset, 2 if whence == 2 else 0)

    def truncate(self, size=None):
        return self.buffer.truncate(self.tell() if size is None else size)

    def __repr__(self):
        mode = f" mode={self.mode!r}" if hasattr(self, "mode") else ""
        return f"<_io.TextIOWrapper name={self.name!r}{mode} encoding={self.encoding!r}>"


for _kind in (BufferedReader, BufferedWriter, BufferedRandom, FileIO, TextIOWrapper):
    _kind.__module__ = "_io"


def _read_mode(mode):
    """What to do with the file ("r", "w", "a" or "x"), whether the other too, and whether as bytes."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set("axrwb+t") or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = [letter for letter in mode if letter in "axrw"]
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    return kinds[0], "+" in mode, "b" in mode


_MISSING = object()


def open(
    file=_MISSING, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None
):
    if file is _MISSING:
        raise TypeError("open() missing required argument 'file' (pos 1)")
    """Opens a file and returns a stream."""
    if isinstance(file, int):
        if file not in descriptors:
            raise error(errno.EBADF, None)
        return descriptors[file]
    if not isinstance(file, (str, bytes)):
        file = text_of(file)
    kind, updates, is_binary = _read_mode(mode)
    if is_binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                article = "a newline" if name == "newline" else f"an {name}"
                raise ValueError(f"binary mode doesn't take {article} argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    stream = BufferedRandom if updates else BufferedReader if kind == "r" else BufferedWriter
    raw = stream(file, kind, updates)
    if is_binary:
        return raw
    text = TextIOWrapper(raw, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text
