"""Paths as objects."""

import os
import posixpath
from collections.abc import Sequence

__all__ = ["Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    pass


class _Parents(Sequence):
    """The directories above a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._items = []
        while path.parent != path:
            path = path.parent
            self._items.append(path)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self._items[index])
        if not -len(self._items) <= index < len(self._items):
            raise IndexError(index)
        return self._items[index]

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that asks nothing of the file system."""

    __slots__ = ("_root", "_names", "_text")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *pathsegments):
        texts = []
        for each in pathsegments:
            text = os.fspath(each)
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                    f"not {type(text).__name__!r}"
                )
            texts.append(text)
        _, self._root, rest = posixpath.splitroot(posixpath.join(*texts) if texts else "")
        self._names = tuple(name for name in rest.split("/") if name not in ("", "."))
        self._text = self._root + "/".join(self._names) or "."

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _with_names(self, names):
        return self.with_segments(self._root + "/".join(names))

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __bytes__(self):
        return os.fsencode(self._text)

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def _key(self):
        return self._root, self._names

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    drive = ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return (self._root, *self._names) if self._root else self._names

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        return self._with_names(self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._with_names((*self._names[:-1], name))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith("."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + self._text

    def is_absolute(self):
        return self._root != ""

    def is_reserved(self):
        return False

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return self._root == other._root and self._names[:len(other._names)] == other._names

    def relative_to(self, other, *, walk_up=False):
        other = self.with_segments(other)
        if self.is_relative_to(other):
            return self.with_segments("/".join(self._names[len(other._names):]))
        if walk_up and self._root == other._root:
            return self.with_segments(posixpath.relpath(self._text, other._text))
        raise ValueError(f"{self._text!r} is not in the subpath of {other._text!r}")

    def match(self, path_pattern, *, case_sensitive=None):
        from fnmatch import fnmatchcase

        pattern = self.with_segments(path_pattern)
        if pattern._root and (pattern._root != self._root or len(pattern._names) != len(self._names)):
            return False
        pairs = zip(reversed(self._names), reversed(pattern._names))
        return len(pattern._names) <= len(self._names) and all(fnmatchcase(*pair) for pair in pairs)

    def full_match(self, pattern, *, case_sensitive=None):
        return _matches(self._names, self.with_segments(pattern)._names)


def _matches(names, patterns):
    from fnmatch import fnmatchcase

    if not patterns:
        return not names
    if patterns[0] == "**":
        return any(_matches(names[n:], patterns[1:]) for n in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], patterns[0]) and _matches(names[1:], patterns[1:])


class PurePosixPath(PurePath):
    """A path of a POSIX system."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    def __new__(cls, *args, **kwargs):
        raise NotImplementedError("the simulator's paths are POSIX paths (LIMITATIONS.md)")


class Path(PurePath):
    """A path with questions to the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(posixpath.expanduser("~"))

    def expanduser(self):
        return self.with_segments(posixpath.expanduser(self._text))

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(posixpath.realpath(self._text, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return posixpath.exists(self)

    def is_file(self, *, follow_symlinks=True):
        return posixpath.isfile(self)

    def is_dir(self, *, follow_symlinks=True):
        return posixpath.isdir(self)

    def is_symlink(self):
        return False

    is_mount = is_socket = is_fifo = is_block_device = is_char_device = is_junction = is_symlink

    def samefile(self, other_path):
        return posixpath.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        from io import open as open_file

        return open_file(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        return iter([self / name for name in os.listdir(self)])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for top, directories, files in os.walk(self, top_down, on_error):
            yield self.with_segments(top), directories, files

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        parts = self.with_segments(pattern)._names
        if not parts:
            raise ValueError(f"Unacceptable pattern: {os.fspath(pattern)!r}")
        return iter(dict.fromkeys(self._select(parts)))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob(self.with_segments("**", pattern))

    def _select(self, patterns):
        from fnmatch import fnmatchcase

        if not patterns:
            yield self
            return
        first, rest = patterns[0], patterns[1:]
        if first == "**":
            yield from self._select(rest)
        for each in self.iterdir() if self.is_dir() else ():
            if first == "**":
                if each.is_dir():
                    yield from each._select(patterns)
            elif fnmatchcase(each.name, first) and (not rest or each.is_dir()):
                yield from each._select(rest)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents and not self.parent.exists():
            self.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.mkdir(self, mode)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a" if exist_ok else "x").close()
        os.utime(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def copy(self, target, **options):
        target = self.with_segments(target)
        target.write_bytes(self.read_bytes())
        return target

    def move(self, target):
        return self.rename(target)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def owner(self, *, follow_symlinks=True):
        return "user"

    group = owner


class PosixPath(Path, PurePosixPath):
    """A path of this machine."""

    __slots__ = ()


class WindowsPath(Path):
    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
