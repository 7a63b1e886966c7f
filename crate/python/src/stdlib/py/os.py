"""The operating system: of a machine with one process, whose files are in memory."""

import sys
from collections.abc import MutableMapping
import abc

import _files
import errno
import posixpath as path
from _sys import _random_bytes
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = 0, 1, 2, 64, 128, 512, 1024, 2048
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
supports_bytes_environ = True


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    if not hasattr(kind, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}")
    shown = kind.__fspath__(path)
    if not isinstance(shown, (str, bytes)):
        raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(shown).__name__}")
    return shown


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """What stands for a path."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class _Environ(MutableMapping):
    """The environment's variables."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _checked(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        self._checked(key)
        if key not in self._data:
            raise KeyError(key)
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[self._checked(key)] = self._checked(value)

    def __delitem__(self, key):
        if self._checked(key) not in self._data:
            raise KeyError(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if hasattr(other, "keys") else NotImplemented


environ = _Environ({"TZ": "UTC"})


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getpid():
    return 4242


def getppid():
    return 4241


def cpu_count():
    return 4


process_cpu_count = cpu_count


def sched_getaffinity(pid):
    return {0, 1, 2, 3}


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def umask(mask, /):
    return 0o022


def urandom(size, /):
    return _random_bytes(size)


def getloadavg():
    return 0.0, 0.0, 0.0


def uname():
    from types import SimpleNamespace

    return SimpleNamespace(sysname="Linux", nodename="localhost", release="6.0", version="#1", machine="x86_64")


def strerror(code, /):
    return errno._strerror.get(code, f"Unknown error {code}")


class terminal_size(tuple):
    """Columns and lines of a terminal."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def isatty(fd, /):
    return False


def _exit(status):
    """Ends the program at once. Its `finally` blocks run here, unlike in CPython."""
    raise SystemExit(status)


def _no_processes(*args, **kwargs):
    raise OSError(errno.ENOSYS, "the simulator runs one process only (LIMITATIONS.md)")


system = popen = fork = execv = execvp = spawnl = waitpid = wait = pipe = _no_processes


def abort():
    raise SystemExit(134)


# Files and directories.


def getcwd():
    return _files.current


def getcwdb():
    return _files.current.encode()


def chdir(path):
    if not isinstance(_files.get(path), _files.Directory):
        raise _files.error(errno.ENOTDIR, path)
    _files.current = globals()["path"].abspath(_files.text_of(path))


def _directory(path):
    node = _files.get(path)
    if not isinstance(node, _files.Directory):
        raise _files.error(errno.ENOTDIR, path)
    return node


def listdir(path="."):
    return list(_directory(path))


def mkdir(path, mode=0o777, *, dir_fd=None):
    parent, name = _files.place(path)
    if not name or name in parent:
        raise _files.error(errno.EEXIST, path)
    _files.put(path, _files.Directory())


def makedirs(name, mode=0o777, exist_ok=False):
    text = fspath(name)
    head = path.dirname(text.rstrip("/"))
    if head and not path.exists(head):
        makedirs(head, mode, exist_ok=True)
    try:
        mkdir(text, mode)
    except OSError:
        if not exist_ok or not path.isdir(text):
            raise


def remove(path, *, dir_fd=None):
    if isinstance(_files.get(path), _files.Directory):
        raise _files.error(errno.EISDIR, path)
    _files.remove(path)


unlink = remove


def rmdir(path, *, dir_fd=None):
    if _directory(path):
        raise _files.error(errno.ENOTEMPTY, path)
    _files.remove(path)


def removedirs(name):
    rmdir(name)
    head = path.dirname(fspath(name).rstrip("/"))
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    try:
        node = _files.get(src)
        there = _files.find(dst)
        _files.place(dst)
    except OSError as found:
        raise _files.error(found.errno, src, dst) from None
    if isinstance(there, _files.Directory):
        if not isinstance(node, _files.Directory):
            raise _files.error(errno.EISDIR, src, dst)
        if there:
            raise _files.error(errno.ENOTEMPTY, src, dst)
    elif there is not None and isinstance(node, _files.Directory):
        raise _files.error(errno.ENOTDIR, src, dst)
    if node is not there:
        _files.remove(src)
        _files.put(dst, node)


replace = rename


class stat_result(tuple):
    """What is known of a file."""

    _fields = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")

    def __getattr__(self, name):
        if name in ("st_atime", "st_mtime", "st_ctime"):
            return self.modified_ns / 1e9
        if name in ("st_atime_ns", "st_mtime_ns", "st_ctime_ns"):
            return self.modified_ns
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'os.stat_result' object has no attribute '{name}'")

    def __repr__(self):
        return f"os.stat_result({', '.join(f'{key}={value}' for key, value in zip(self._fields, self))})"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        if path not in _files.descriptors:
            raise _files.error(errno.EBADF, path)
        node = _files.descriptors[path]._file
    else:
        node = _files.get(path)
    is_file = isinstance(node, _files.File)
    moment = node.modified_ns // 1_000_000_000
    size = len(node.data) if is_file else 4096
    mode = 0o100644 if is_file else 0o040755
    result = stat_result((mode, id(node) & 0xFFFFFF, 1, 1, 1000, 1000, size, moment, moment, moment))
    result.modified_ns = node.modified_ns
    return result


lstat = stat


def fstat(fd):
    return stat(fd)


def access(path, mode, **options):
    return globals()["path"].exists(path)


def chmod(path, mode, **options):
    _files.get(path)


def utime(path, times=None, *, ns=None, **options):
    import time

    node = _files.get(path)
    node.modified_ns = ns[1] if ns else time.time_ns() if times is None else int(times[1] * 1e9)


class DirEntry:
    """An entry of a directory."""

    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return self.stat().st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    """The entries of a directory, one after the other."""

    def __init__(self, path):
        self._entries = iter([DirEntry(fspath(path), name) for name in listdir(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter([])

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def scandir(path="."):
    return _Scan(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as found:
        if onerror is not None:
            onerror(found)
        return
    directories = [each for each in names if path.isdir(path.join(top, each))]
    files = [each for each in names if each not in directories]
    if topdown:
        yield top, directories, files
    for each in directories:
        yield from walk(path.join(top, each), topdown, onerror)
    if not topdown:
        yield top, directories, files


# Files by number.


def open(path, flags, mode=0o777, *, dir_fd=None):
    if not flags & O_CREAT:
        _files.get(path)
    kind = "x" if flags & O_EXCL else "a" if flags & O_APPEND else "w" if flags & O_TRUNC else "r"
    if kind == "r" and flags & 3 and not globals()["path"].exists(path):
        kind = "x"
    stream = _files.RawFile(path, kind, True)
    stream._reads, stream._writes = flags & 3 != O_WRONLY, flags & 3 != O_RDONLY
    return stream.fileno()


def _stream(fd):
    if fd not in _files.descriptors:
        raise _files.error(errno.EBADF, None)
    return _files.descriptors[fd]


def close(fd):
    _stream(fd).close()


def read(fd, length, /):
    return _stream(fd).read(length)


def write(fd, data, /):
    if fd in (1, 2):
        (sys.stdout if fd == 1 else sys.stderr).write(bytes(data).decode("utf-8", "replace"))
        return len(data)
    return _stream(fd).write(data)


def lseek(fd, position, whence, /):
    return _stream(fd).seek(position, whence)


def fdopen(fd, mode="r", *args, **kwargs):
    stream = _stream(fd)
    return stream if "b" in mode else _files.TextIOWrapper(stream, *args, **kwargs)


def fsync(fd):
    _stream(fd)


def kill(pid, signal, /):
    if pid != getpid():
        raise ProcessLookupError(errno.ESRCH, "No such process")
    from signal import raise_signal

    raise_signal(signal)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)
