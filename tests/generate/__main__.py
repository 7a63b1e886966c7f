"""Generated programs, run in CPython's world and in the engine's, and compared.

    python3 tests/generate TOPIC [--seeds A..B] [--show SEED] [--n-shrunk N]

A topic is a module `TOPIC_programs` with a function `program(seed)` that returns a program's text: the same text for
the same seed, always. Compared are standard output, the exit status, the final clock, and the last line on standard
error of programs that fail. (What is said of lost tasks and coroutines depends on when they are collected.) Programs that differ are counted; the first few are
made small and printed.
"""

import argparse
import importlib
import sys
import time

import worlds
from shrink import shrink


# What a program dies of that has lost a part.
BROKEN = ("NameError", "UnboundLocalError", "TypeError")


def main(arguments):
    options = _parse(arguments)
    program = importlib.import_module(f"{options.topic}_programs").program
    if options.show is not None:
        print(program(options.show), end="")
        return 0
    first, last = options.seeds
    cpython, engine = worlds.cpython(), worlds.engine(worlds.find_engine())
    started = time.monotonic()
    differing = []
    for seed in range(first, last):
        text = program(seed)
        engine.send(text)
        cpython.send(text)
        expected, found = cpython.receive(), engine.receive()
        if expected != found:
            differing.append(seed)
            fields = found.differences(expected)
            print(f"seed {seed}: differs in {', '.join(fields)}; {_first_difference(expected, found, fields[-1])}", flush=True)
            if len(differing) <= options.n_shrunk:
                _show_small(text, expected, cpython, engine)
            if len(differing) >= options.n_differing_max:
                print("too many differ: the rest is not run")
                last = seed + 1
                break
    seconds = time.monotonic() - started
    n_programs = last - first
    print(f"{options.topic}: {n_programs - len(differing)} of {n_programs} programs identical, in {seconds:.0f} s")
    return 1 if differing else 0


def _parse(arguments):
    parser = argparse.ArgumentParser(prog="generate", description=__doc__.partition("\n")[0])
    parser.add_argument("topic", help="asyncio, …: what the programs are about")
    parser.add_argument("--seeds", type=_seeds, default=(0, 2000), metavar="A..B", help="B is not run")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the program of a seed")
    parser.add_argument("--n-shrunk", type=int, default=3, help="how many failures are made small")
    parser.add_argument("--n-differing-max", type=int, default=50, help="how many failures end the run")
    return parser.parse_args(arguments)


def _seeds(text):
    first, _, last = text.partition("..")
    return int(first), int(last)


def _show_small(text, expected, cpython, engine):
    """Prints a program that fails like `text`, made small, and what the two worlds say."""
    fields = engine.run(text).differences(expected)

    def still_fails(candidate):
        of_cpython, of_engine = cpython.run(candidate), engine.run(candidate)
        # A program that breaks in another way is another program.
        is_broken = of_cpython.last_error.startswith(BROKEN) and of_cpython.last_error != expected.last_error
        return not is_broken and of_engine.differences(of_cpython) == fields

    small = shrink(text, still_fails)
    print(_indented(small))
    expected, found = cpython.run(small), engine.run(small)
    for field in found.differences(expected):
        print(f"  CPython's {field}:\n{_indented(getattr(expected, field))}")
        print(f"  the engine's {field}:\n{_indented(getattr(found, field))}")
    sys.stdout.flush()


def _first_difference(expected, found, field):
    """The first line that is another one."""
    of_cpython, of_engine = (_lines(getattr(each, field)) for each in (expected, found))
    for number in range(max(len(of_cpython), len(of_engine))):
        was, now = (lines[number] if number < len(lines) else "(nothing)" for lines in (of_cpython, of_engine))
        if was != now:
            return f"{field}, line {number + 1}: CPython {was!r}, the engine {now!r}"
    return ""


def _lines(value):
    return str(value).splitlines()


def _indented(value):
    return "".join(f"    {line}\n" for line in _lines(value))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
