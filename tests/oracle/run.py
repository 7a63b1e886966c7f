"""Runs a program under CPython in Loopscope's deterministic world.

    python3.14 tests/oracle/run.py FILE [ARGUMENT…]          behaves like the program
    python3.14 tests/oracle/run.py --json FILE [ARGUMENT…]   prints one JSON object: stdout, stderr, exit, clock_ns

The world (see `site/loopscope_world/`): a virtual clock, threads one at a time, chance from fixed seeds, empty
standard input. The program is started by the interpreter itself, as `python FILE`; the world is put up before by a
`sitecustomize` module, so there are no frames but the program's and the standard library's.

Three paths are rewritten in the output, since they say where something lies on this machine and nothing about the
program: the program's own is shown as it was given, its directory's the same way, and the standard library's as
`/usr/lib/python3.14`.

When nothing can ever happen again (all threads and tasks wait, no deadline is left), the exit status is 3 and the last
line on stderr is `loopscope: nothing can ever happen again`.
"""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

SITE = Path(__file__).resolve().parent / "site"
LIBRARY_SHOWN_AS = "/usr/lib/python3.14"
REAL_SECONDS_MAX = 60
OLDEST = (3, 11)


@dataclass
class Outcome:
    """What a program did: its two streams, its exit status, and where the virtual clock stood at the end."""

    stdout: str
    stderr: str
    exit: int
    clock_ns: int


def this_interpreter():
    """Returns the command that started this interpreter, without the arguments meant for Python.

    Not just `sys.executable`: an interpreter may have been started through its own dynamic linker.
    """
    try:
        command = Path("/proc/self/cmdline").read_bytes().split(b"\0")[:-1]
    except OSError:
        return [sys.executable]
    n_arguments = len(sys.orig_argv) - 1
    return [os.fsdecode(part) for part in command[: len(command) - n_arguments]]


def describe(interpreter):
    """Asks an interpreter for its version, as a tuple, and for its standard library's directory."""
    script = (
        "import sys, sysconfig, json;"
        "print(json.dumps([sys.version_info[:3], sysconfig.get_path('stdlib')]))"
    )
    answer = subprocess.run([*interpreter, "-c", script], capture_output=True, text=True, check=True)
    version, library = json.loads(answer.stdout)
    return tuple(version), library


def world_environment(report):
    """The environment that puts an interpreter into the world, which writes its clock to the file `report`."""
    # Where an interpreter finds itself (PYTHONHOME) must reach it, a user's settings must not; the world empties the
    # environment later.
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}
    return {
        **inherited,
        "PYTHONPATH": str(SITE),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_COLORS": "0",
        "COLUMNS": "80",
        "TZ": "UTC",
        "LOOPSCOPE_ORACLE_REPORT": str(report),
    }


def run_program(interpreter, library, file, arguments=(), directory="."):
    """Runs one program with the interpreter (a command, as a list) whose standard library lies at `library`."""
    with tempfile.TemporaryDirectory() as temporary:
        report = Path(temporary) / "clock_ns"
        ended = subprocess.run(
            [*interpreter, str(file), *arguments],
            cwd=directory,
            env=world_environment(report),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=REAL_SECONDS_MAX,
        )
        clock_ns = int(report.read_text()) if report.exists() else 0

    def shown(stream):
        text = stream.decode("utf-8", "surrogateescape")
        text = re.sub(r" at 0x[0-9a-f]+", " at 0x0", text)
        program = Path(directory, file).resolve()
        text = text.replace(str(program), str(file))
        # What lies beside the program is shown from where the program is.
        text = text.replace(f"{program.parent}/", f"{Path(file).parent}/".removeprefix("./"))
        return text.replace(library, LIBRARY_SHOWN_AS)

    # A program that a signal ended has the status that a shell shows.
    status = ended.returncode if ended.returncode >= 0 else 128 - ended.returncode
    return Outcome(shown(ended.stdout), shown(ended.stderr), status, clock_ns)


def main(arguments):
    as_json = arguments[:1] == ["--json"]
    if as_json:
        arguments = arguments[1:]
    if not arguments or arguments[0].startswith("--"):
        print("usage: run.py [--json] FILE [ARGUMENT…]", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST:
        print("run.py: needs CPython 3.11 or later", file=sys.stderr)
        return 2
    outcome = run_program(this_interpreter(), sysconfig.get_path("stdlib"), arguments[0], arguments[1:])
    if as_json:
        print(json.dumps(asdict(outcome), indent=1))
        return 0
    sys.stdout.buffer.write(outcome.stdout.encode("utf-8", "surrogateescape"))
    sys.stderr.buffer.write(outcome.stderr.encode("utf-8", "surrogateescape"))
    return outcome.exit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
