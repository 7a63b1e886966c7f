"""What the simulated machine says of itself."""

from collections import namedtuple as _namedtuple

_uname = _namedtuple("uname_result", "system node release version machine")


def uname():
    return _uname("Linux", "localhost", "6.0", "#1", "x86_64")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return "6.0"


def version():
    return "#1"


def machine():
    return "x86_64"


def processor():
    return ""


def platform(aliased=False, terse=False):
    return "Linux-6.0-x86_64"


def architecture(*args, **kwargs):
    return "64bit", "ELF"


def python_version():
    return "3.14.0"


def python_version_tuple():
    return "3", "14", "0"


def python_implementation():
    return "CPython"


def python_compiler():
    return "Loopscope"


def python_build():
    return "main", "Oct  7 2025 00:00:00"
