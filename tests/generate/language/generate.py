"""Compares CPython and the engine on random programs.

    python3.14 tests/generate/language/generate.py --engine PATH [--seeds A..B] [--keep DIRECTORY] [--no-shrink]
    python3.14 tests/generate/language/generate.py --print SEED

Each seed gives one synchronous program (see `programs`). What differs in stdout, stderr or exit status is shrunk
and printed, and written into the directory if one is named; the exit status is then 1. CPython is the interpreter
that runs this, which must be 3.14 or later.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local

sys.path.append(str(Path(__file__).resolve().parents[2] / "oracle"))

from compare import Pair
from programs import program
from run import this_interpreter
from shrink import shrink

PYTHON_NEEDED = (3, 14)
N_WORKERS = 2
_mine = local()
_pairs = []  # of all threads: a forked child ends what only the other threads hold, and with it the pair's directory


def main():
    options = _arguments()
    if options.print is not None:
        print(program(options.print), end="")
        return 0
    if sys.version_info < PYTHON_NEEDED:
        print("CPython 3.14 is needed to decide; this is", sys.version.split()[0])
        return 2
    n_different = 0
    with ThreadPoolExecutor(N_WORKERS) as workers:
        seeds = range(options.seeds[0], options.seeds[1])
        for seed, text, difference in workers.map(lambda seed: _compare(seed, options.engine), seeds):
            if difference is not None:
                n_different += 1
                _report(seed, text, difference, options)
    print(f"{len(seeds) - n_different} of {len(seeds)} programs agree")
    return 1 if n_different else 0


def _arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", type=lambda path: Path(path).absolute(), help="the command line of the engine")
    parser.add_argument("--seeds", type=_range, default=(0, 5000), help="A..B: from A up to, not including, B")
    parser.add_argument("--keep", type=Path, help="where small failing programs go")
    parser.add_argument("--no-shrink", action="store_true", help="show differences only")
    parser.add_argument("--print", type=int, metavar="SEED", help="show the program of one seed")
    return parser.parse_args()


def _range(text):
    first, _, end = text.partition("..")
    return int(first), int(end or int(first) + 1)


def _compare(seed, engine):
    if not hasattr(_mine, "pair"):
        _mine.pair = Pair(this_interpreter(), engine)
        _pairs.append(_mine.pair)
    text = program(seed)
    return seed, text, _mine.pair.difference(text)


def _report(seed, text, difference, options):
    print(f"--- seed {seed}\n{difference}", flush=True)
    if options.no_shrink:
        return
    pair = Pair(this_interpreter(), options.engine)
    kind = _kind(difference)
    small = shrink(text, lambda shorter: (new := pair.difference(shorter)) is not None and _kind(new) == kind)
    print(f"smallest:\n{small}{pair.difference(small)}\n", flush=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / f"seed_{seed}.py").write_text(small, encoding="utf-8")


def _kind(difference):
    """Which streams differ: shrinking must not wander off to another difference."""
    return [line.split()[0] for line in difference.splitlines() if not line.startswith(" ")]


if __name__ == "__main__":
    sys.exit(main())
