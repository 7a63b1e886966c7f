"""`sys` of the simulator: the streams are the page's console, the rest tells what CPython 3.14 would."""

from _sys import (
    _getframe, _main_file, _read_line, _source_line, _write, exc_info, exception, exit, getrecursionlimit, getsizeof, intern, modules,
    setrecursionlimit,
)
from collections import namedtuple as _namedtuple
from types import SimpleNamespace as _SimpleNamespace


class TextIOWrapper:
    """A standard stream."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    line_buffering = True
    closed = False

    def __init__(self, name, mode):
        self.name = name
        self.mode = mode

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"

    def write(self, text):
        if self.mode != "w":
            raise OSError("not writable")
        return _write(self.name == "<stderr>", text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        pass

    def isatty(self):
        return False

    def readable(self):
        return self.mode == "r"

    def writable(self):
        return self.mode == "w"

    def seekable(self):
        return False

    def fileno(self):
        return {"<stdin>": 0, "<stdout>": 1, "<stderr>": 2}[self.name]

    def reconfigure(self, **options):
        pass

    def readline(self, size=-1):
        if self.mode != "r":
            raise OSError("not readable")
        return _read_line()

    def readlines(self, hint=-1):
        return list(self)

    def read(self, size=-1):
        return "".join(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


TextIOWrapper.__module__ = "_io"
stdin = __stdin__ = TextIOWrapper("<stdin>", "r")
stdout = __stdout__ = TextIOWrapper("<stdout>", "w")
stderr = __stderr__ = TextIOWrapper("<stderr>", "w")


def _info(name, **fields):
    """Makes a named tuple whose class and instances show as `sys.name`."""
    kind = _namedtuple(name, fields)
    kind.__module__ = "sys"

    def __repr__(self):
        return f"sys.{name}({', '.join(f'{key}={value!r}' for key, value in self._asdict().items())})"

    kind.__repr__ = __repr__
    return kind(**fields)


version = "3.14.0 (main, Oct  7 2025, 00:00:00) [Loopscope]"
version_info = _info("version_info", major=3, minor=14, micro=0, releaselevel="final", serial=0)
hexversion = 0x030E00F0
api_version = 1013
implementation = _SimpleNamespace(
    name="cpython", cache_tag="cpython-314", version=version_info, hexversion=hexversion
)
float_info = _info(
    "float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
    min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
hash_info = _info(
    "hash_info", width=64, modulus=(1 << 61) - 1, inf=314159, nan=0, imag=1000003, algorithm="siphash13", hash_bits=64,
    seed_bits=128, cutoff=0,
)
int_info = _info(
    "int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640
)
flags = _info("flags", debug=0, inspect=0, interactive=0, optimize=0, dev_mode=False, utf8_mode=0, int_max_str_digits=4300)
maxsize = (1 << 63) - 1
maxunicode = 0x10FFFF
byteorder = "little"
platform = "linux"
copyright = ""
executable = "/usr/bin/python3"
prefix = base_prefix = exec_prefix = base_exec_prefix = "/usr"
argv = [_main_file()]
orig_argv = ["python3", *argv]
path = [""]
meta_path = []
path_hooks = []
warnoptions = []
builtin_module_names = ("builtins", "sys", "time")
stdlib_module_names = frozenset({
    "abc", "asyncio", "bisect", "builtins", "collections", "contextlib", "contextvars", "copy", "dataclasses", "datetime",
    "enum", "functools", "heapq", "inspect", "io", "itertools", "json", "math", "operator", "os", "random", "re",
    "statistics", "string", "sys", "textwrap", "time", "traceback", "types", "typing", "warnings", "weakref",
})
dont_write_bytecode = True
ps1, ps2 = ">>> ", "... "


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def get_int_max_str_digits():
    return 4300


def getswitchinterval():
    return 0.005


def is_finalizing():
    return False


def gettrace():
    return None


def displayhook(value):
    if value is not None:
        print(repr(value))


def excepthook(kind, value, traceback):
    import traceback as _traceback

    _traceback.print_exception(kind, value, traceback)


__displayhook__ = displayhook
__excepthook__ = excepthook


def audit(event, *args):
    pass
