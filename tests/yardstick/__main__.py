"""CPython's own tests of asyncio, run under the engine: a yardstick, not a gate.

    python3 tests/yardstick [FILE…] [--why]

The tests are those of the interpreter that decides (`$LOOPSCOPE_PYTHON`, or `python3.14`), unmodified; they are no part
of this repository. Where they import CPython's test support, the stand-ins beside this file are found. Each test runs
as a program of its own, so that one which never ends fails alone. Prints passed and total by file; with `--why` also
why the others fail. Fails if less than 80 % pass.
"""

import collections
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "generate"))

import worlds  # noqa: E402  found in the directory beside

FILES = (
    "test_locks", "test_queues", "test_taskgroups", "test_timeouts", "test_waitfor", "test_futures2", "test_pep492",
    "test_staggered", "test_eager_task_factory", "test_runners",
)  # fmt: skip
ENOUGH = 0.8


def main(arguments):
    wants_why = "--why" in arguments
    files = [name for name in arguments if not name.startswith("-")] or FILES
    interpreter = worlds.record.find_interpreter()
    if interpreter is None:
        print("yardstick: no CPython 3.14 found, hence no tests of it: set LOOPSCOPE_PYTHON to it")
        return 2
    _, library = worlds.record.run.describe(interpreter)
    folder = Path(library) / "test" / "test_asyncio"
    if not folder.is_dir():
        print(f"yardstick: {folder} is not there: install the tests of CPython (libpython3.14-testsuite)")
        return 2
    engine = worlds.engine(worlds.find_engine())
    n_passed = n_all = 0
    reasons = collections.Counter()
    for file in files:
        passed, skipped, failed = _run_file(engine, folder, file)
        n_file = len(passed) + len(failed)
        n_passed, n_all = n_passed + len(passed), n_all + n_file
        print(f"{file:26} {len(passed):4} of {n_file:4}" + (f"   {len(skipped)} skipped" if skipped else ""), flush=True)
        for name, reason in failed.items():
            reasons[reason] += 1
            if wants_why:
                print(f"    {name}: {reason}")
    share = n_passed / n_all if n_all else 0
    print(f"{'all':26} {n_passed:4} of {n_all:4}   {share:.1%}")
    if wants_why:
        print("\nby cause:")
        for reason, n_tests in reasons.most_common():
            print(f"  {n_tests:4}  {reason}")
    return 0 if share >= ENOUGH else 1


def _run_file(engine, folder, file):
    """Runs every test of a file; returns the names of those that passed, and the others with their reasons."""
    module = f"test.test_asyncio.{file}"
    sources = {
        "test": ("", True),
        "test.support": ((HERE / "standins/support.py").read_text(), True),
        "test.support.script_helper": ((HERE / "standins/script_helper.py").read_text(), False),
        "test.test_asyncio": ("", True),
        "test.test_asyncio.utils": ((HERE / "standins/utils.py").read_text(), False),
        module: ((folder / f"{file}.py").read_text(), False),
    }
    program = (HERE / "program.py").read_text()

    def run(test):
        text = f"SOURCES = {sources!r}\nMODULE = {module!r}\nTEST = {test!r}\n{program}"
        return engine.run(text)

    listed = run(None)
    if listed.exit != 0:
        return [], {}, {"(the whole file)": listed.last_error or "ended"}
    passed, skipped, failed = [], {}, {}
    for name in listed.stdout.split():
        outcome = run(name)
        last = (outcome.stdout.strip().splitlines() or [""])[-1]
        if last == "passed" and "\nskipped:" in "\n" + outcome.stdout:
            skipped[name] = outcome.stdout
        elif last == "passed":
            passed.append(name)
        else:
            failed[name] = _reason(last, outcome)
    return passed, skipped, failed


def _reason(last, outcome):
    if last.startswith("failed: "):
        return last.removeprefix("failed: ")
    return outcome.last_error or f"ended with exit status {outcome.exit}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
