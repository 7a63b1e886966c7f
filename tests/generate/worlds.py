"""The two worlds in which a generated program runs: CPython's, under the oracle, and the engine's."""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORACLE = HERE.parent / "oracle"
sys.path.insert(0, str(ORACLE))

import record  # noqa: E402  found in the directory above

ADDRESS = re.compile(r"\b0x[0-9a-f]+")
# A place in the standard library: the engine's has other lines there.
LIBRARY_PLACE = re.compile(r"/\S*/lib/python3\.14/(\S+\.py):\d+")
# What is said of lost tasks and coroutines, when they are collected.
OF_LOST_THINGS = re.compile(
    r"task: |future: |Task was destroyed|.*RuntimeWarning: (coroutine .* was never awaited|Enable tracemalloc)"
)
CRASHED = -1


@dataclass(frozen=True)
class Outcome:
    """What a program did, as far as the two worlds are compared."""

    exit: int
    clock_ns: int
    stdout: str
    last_error: str  # the last line on standard error of a program that failed, or nothing

    def differences(self, other):
        """Names what differs."""
        return [name for name in self.__dataclass_fields__ if getattr(self, name) != getattr(other, name)]


class World:
    """A process that answers programs one after the other."""

    def __init__(self, command, environment=None):
        self._command = command
        self._environment = environment
        self._process = None

    def send(self, text):
        """Hands over a program; it runs while the caller goes on."""
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        encoded = text.encode()
        self._process.stdin.write(b"%d\n" % len(encoded) + encoded)
        self._process.stdin.flush()

    def receive(self):
        """Returns what the program did that was handed over last."""
        head = self._process.stdout.readline().split()
        if not head:
            return self._crashed()
        exit, clock_ns, *lengths = map(int, head)
        stdout, stderr = (self._process.stdout.read(length).decode("utf-8", "replace") for length in lengths)
        lines = _normal(stderr).split("\n")
        said = (line for line in reversed(lines) if line and not OF_LOST_THINGS.match(line))
        last_error = next(said, "") if exit else ""
        return Outcome(exit, clock_ns, _normal(stdout), last_error)

    def run(self, text):
        """Runs one program."""
        self.send(text)
        return self.receive()

    def close(self):
        """Ends the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _crashed(self):
        _, said = self._process.communicate()
        self._process = None
        return Outcome(CRASHED, 0, "", said.decode("utf-8", "replace"))


def _normal(text):
    """Takes out what says where things lie and nothing about what the program does."""
    return LIBRARY_PLACE.sub(r"/usr/lib/python3.14/\1", ADDRESS.sub("0x", text))


def engine(path):
    """The engine's world."""
    return World([path, "batch"])


def cpython():
    """CPython's world; ends this program with a message where there is no CPython that decides."""
    interpreter = record.find_interpreter()
    if interpreter is None:
        sys.exit("generate: needs CPython 3.14: set LOOPSCOPE_PYTHON to it")
    directory = tempfile.TemporaryDirectory()
    report = Path(directory.name) / "clock_ns"
    world = World(
        [*interpreter, str(HERE / "serve_cpython.py"), str(report)], record.run.world_environment(report)
    )
    world.directory = directory  # lives as long as the world
    return world


def find_engine():
    """The command line that was built last, or the one of `$LOOPSCOPE_ENGINE`."""
    chosen = os.environ.get("LOOPSCOPE_ENGINE")
    if chosen:
        return chosen
    target = Path(os.environ.get("CARGO_TARGET_DIR") or HERE.parent.parent / "target")
    built = [path for path in (target / "release/loopscope", target / "debug/loopscope") if path.exists()]
    if not built:
        sys.exit("generate: the command line is not built: run ./build.sh build")
    return str(max(built, key=lambda path: path.stat().st_mtime))
