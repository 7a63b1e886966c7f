"""Records what CPython does with every program of `tests/programs/`, so that tests run where CPython is missing.

    python3 tests/oracle/record.py [--check] [PROGRAM…]

Without programs: all. `--check` writes nothing and fails where a recording is missing or no longer true. The
interpreter is `$LOOPSCOPE_PYTHON` if set, else `python3.14`, else `python3` (3.11 or later). Only 3.14 decides:
recordings are written from 3.14 alone, and with an older interpreter `--check` only compares stdout, exit status and
clock, and says so.

A recording stands beside its program, as `case.recorded`:

    python: 3.14.0             which CPython was asked
    source: 9f8e7d6c5b4a3928   64-bit FNV-1a hash of the program's bytes, so that a stale recording is noticed
    exit: 0                    exit status
    clock_ns: 3000000000       where the virtual clock stood at the end
    stdout:
    |a line of output          each line of a stream stands behind a bar
    |the last one
    \\no newline                only where the stream doesn't end with a newline
    stderr:

Programs run in their own directory and are given by their bare name, so `case.py` is what tracebacks show.
"""

import os
import shlex
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import run

PROGRAMS = Path(__file__).resolve().parent.parent / "programs"
DECIDING = (3, 14)


def find_interpreter():
    """Returns the command of the interpreter to ask, or `None` if there is none that is new enough."""
    chosen = os.environ.get("LOOPSCOPE_PYTHON")
    candidates = [shlex.split(chosen)] if chosen else [["python3.14"], ["python3"]]
    for command in candidates:
        if shutil.which(command[0]) and run.describe(command)[0] >= run.OLDEST:
            return command
    return None


def source_hash(program):
    """Hashes the program's bytes: 64-bit FNV-1a, which every reader of recordings can compute in three lines."""
    value = 0xCBF29CE484222325
    for byte in program.read_bytes():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def recording(program, outcome, version):
    """Renders the recording's text."""
    lines = [
        f"python: {'.'.join(map(str, version))}",
        f"source: {source_hash(program)}",
        f"exit: {outcome.exit}",
        f"clock_ns: {outcome.clock_ns}",
        "stdout:",
        *_bar(outcome.stdout),
        "stderr:",
        *_bar(outcome.stderr),
    ]
    return "\n".join(lines) + "\n"


def _bar(stream):
    *lines, rest = stream.split("\n")
    barred = ["|" + line for line in lines]
    return [*barred, "|" + rest, "\\no newline"] if rest else barred


def _comparable(text, version):
    """Drops what may differ: the patch version always, stderr too where an older CPython was asked."""
    head, _, stderr = text.partition("\nstderr:\n")
    head = "\n".join(head.split("\n")[1:])
    return (head, stderr) if version >= DECIDING else head


def main(arguments):
    check = "--check" in arguments
    named = [Path(name).resolve() for name in arguments if name != "--check"]
    programs = named or sorted(PROGRAMS.rglob("*.py"))
    interpreter = find_interpreter()
    if interpreter is None:
        print("record.py: no CPython 3.11 or later found", file=sys.stderr)
        return 2
    version, library = run.describe(interpreter)
    if version < DECIDING:
        if not check:
            print("record.py: recordings are made with CPython 3.14; set LOOPSCOPE_PYTHON to it", file=sys.stderr)
            return 2
        print(f"no CPython 3.14 found: comparing stdout, exit status and clock with {version[0]}.{version[1]}")

    def ask(program):
        outcome = run.run_program(interpreter, library, program.name, directory=program.parent)
        return program, recording(program, outcome, version)

    n_wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, text in pool.map(ask, programs):
            n_wrong += _settle(program, text, version, check)
    print(f"{len(programs)} programs, {n_wrong} {'not as recorded' if check else 'recorded anew'}")
    return 1 if check and n_wrong else 0


def _settle(program, text, version, check):
    """Compares with the recording or writes it; returns whether it was not as it should be."""
    file = program.with_suffix(".recorded")
    old = file.read_bytes().decode("utf-8", "surrogateescape") if file.exists() else ""
    if _comparable(old, version) == _comparable(text, version):
        return False
    print(f"{'differs' if check else 'recorded'}: {program.relative_to(PROGRAMS.parent)}")
    if not check:
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
