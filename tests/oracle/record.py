"""Records what CPython does with every program of `tests/programs/`, so that tests run where CPython is missing.

    python3 tests/oracle/record.py [--check] [PROGRAM…]

Without programs: all. `--check` writes nothing and fails where a recording is missing or no longer true. The
interpreter is `$LOOPSCOPE_PYTHON` if set, else `python3.14`, else `python3`. Only 3.14 or later decides; where there
is none, `--check` says so and only looks whether each recording was made of the program it stands beside.

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
DECIDING = (3, 14)  # the version that Loopscope follows


def find_interpreter():
    """Returns the command of the interpreter to ask, or `None` if there is none that decides."""
    chosen = os.environ.get("LOOPSCOPE_PYTHON")
    candidates = [shlex.split(chosen)] if chosen else [["python3.14"], ["python3"]]
    for command in candidates:
        if shutil.which(command[0]) and run.describe(command)[0] >= DECIDING:
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


def _without_version(text):
    """Drops the first line: the patch version may differ."""
    return text.partition("\n")[2]


def main(arguments):
    check = "--check" in arguments
    named = [Path(name).resolve() for name in arguments if name != "--check"]
    programs = named or sorted(PROGRAMS.rglob("*.py"))
    interpreter = find_interpreter()
    if interpreter is None:
        if not check:
            print("record.py: recordings are made with CPython 3.14; set LOOPSCOPE_PYTHON to it", file=sys.stderr)
            return 2
        print("no CPython 3.14 found: the recordings are not compared with what it does")
        stale = [program for program in programs if not _is_of(program)]
        for program in stale:
            print(f"missing or stale: {program.relative_to(PROGRAMS.parent)}")
        return 1 if stale else 0
    version, library = run.describe(interpreter)

    def ask(program):
        outcome = run.run_program(interpreter, library, program.name, directory=program.parent)
        return program, recording(program, outcome, version)

    n_wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, text in pool.map(ask, programs):
            n_wrong += _settle(program, text, check)
    print(f"{len(programs)} programs, {n_wrong} {'not as recorded' if check else 'recorded anew'}")
    return 1 if check and n_wrong else 0


def _is_of(program):
    """Says whether the program has a recording, and one of its present text."""
    file = program.with_suffix(".recorded")
    return file.exists() and f"\nsource: {source_hash(program)}\n".encode() in file.read_bytes()


def _settle(program, text, check):
    """Compares with the recording or writes it; returns whether it was not as it should be."""
    file = program.with_suffix(".recorded")
    old = file.read_bytes().decode("utf-8", "surrogateescape") if file.exists() else ""
    if _without_version(old) == _without_version(text):
        return False
    print(f"{'differs' if check else 'recorded'}: {program.relative_to(PROGRAMS.parent)}")
    if not check:
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
