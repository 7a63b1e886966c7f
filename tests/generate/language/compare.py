"""Runs a program on CPython and on the engine, and says where they differ."""

import os
import re
import resource
import subprocess
import sysconfig
import tempfile
from pathlib import Path

SECONDS_MAX = 60
N_AGAIN = 3
CPYTHON_BYTES_MAX = 1 << 30  # an allocation that the engine's cap refuses is refused here, too
WARNINGS = "ignore,default::SyntaxWarning"  # what the compiler says is compared, too
_LIBRARY = sysconfig.get_path("stdlib").encode()
_LIBRARY_SHOWN_AS = b"/usr/lib/python3.14"
_ADDRESS = re.compile(rb"0x[0-9a-f]{6,}")
# Classes and NaNs are hashed by their addresses, so that these decide the order of a set with such in it.
_SET_BY_ADDRESS = re.compile(rb"\{[^{}]*(?:<class |\bnan\b)[^{}]*\}")


class Pair:
    """The two interpreters, CPython as a command with arguments, and a directory for the program that they get."""

    def __init__(self, python, engine):
        self.python, self.engine = python, engine
        self._directory = tempfile.TemporaryDirectory()
        self.file = Path(self._directory.name) / "program.py"

    def difference(self, text):
        """Returns `None` where both do the same, else a few lines that show the first difference.

        Programs that CPython can't compile, or that it doesn't finish in time and memory, are no question, hence no
        difference.
        """
        self.file.write_text(text, encoding="utf-8")
        expected = self._ask_cpython()
        if expected is None or _is_no_question(expected):
            return None
        found = _outcome([self.engine, "run", "program.py"], self.file.parent)
        if found is None:
            return "the engine doesn't end"
        if found == expected or any(self._ask_cpython() != expected for _ in range(N_AGAIN)):
            return None  # in the second case CPython differs from itself: the output depends on addresses
        return _described(expected, found)

    def _ask_cpython(self):
        return _outcome([*self.python, "-S", "-B", "program.py"], self.file.parent, CPYTHON_BYTES_MAX)


def _is_no_question(outcome):
    if b"MemoryError" in outcome[0]:
        return True  # each has its own limit
    last = outcome[1].splitlines()[-1:]
    return bool(last) and last[0].startswith((b"SyntaxError", b"IndentationError"))


def _outcome(command, directory, bytes_max=None):
    def limit():
        if bytes_max:
            resource.setrlimit(resource.RLIMIT_AS, (bytes_max, bytes_max))

    environment = {
        **{name: os.environ[name] for name in ("PATH", "PYTHONHOME", "LD_LIBRARY_PATH") if name in os.environ},
        "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHON_COLORS": "0", "PYTHONWARNINGS": WARNINGS, "COLUMNS": "80",
    }
    try:
        ended = subprocess.run(command, cwd=directory, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=SECONDS_MAX, preexec_fn=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    streams = (_normal(stream, directory) for stream in (ended.stdout, ended.stderr))
    return (*streams, ended.returncode)


def _normal(text, directory):
    """Takes out what is no matter of the program: addresses, what follows from them, and where files lie."""
    text = text.replace(os.fsencode(directory) + b"/", b"").replace(_LIBRARY, _LIBRARY_SHOWN_AS)
    text = _SET_BY_ADDRESS.sub(lambda found: b"{%s}" % b", ".join(sorted(found[0][1:-1].split(b", "))), text)
    return _ADDRESS.sub(b"0x...", text)


def _described(expected, found):
    parts = []
    for name, was, is_now in zip(("stdout", "stderr"), expected, found):
        if was != is_now:
            parts.append(_first_difference(name, was.splitlines(), is_now.splitlines()))
    if expected[2] != found[2]:
        parts.append(f"exit status: expected {expected[2]}, found {found[2]}")
    return "\n".join(parts)


def _first_difference(name, was, is_now):
    number = next((n for n, (a, b) in enumerate(zip(was, is_now)) if a != b), min(len(was), len(is_now)))
    show = lambda lines: lines[number].decode(errors="replace") if number < len(lines) else "(nothing)"
    return f"{name} line {number + 1}\n  expected: {show(was)}\n  found:    {show(is_now)}"
