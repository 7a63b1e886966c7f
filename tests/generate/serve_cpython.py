"""Runs many programs in CPython, each in a fork of this process: started in the world of `tests/oracle/site`.

A program comes on standard input as its length in bytes, a newline, and its text. The answer on standard output is a
line `EXIT CLOCK_NS STDOUT_LENGTH STDERR_LENGTH`, followed by the bytes of the two streams: what `loopscope batch`
speaks. In the fork this module *is* the program, as `__main__`, so that it ends as every program ends.
"""

import os
import resource
import sys

# What programs import is imported once, here.
import asyncio  # noqa: F401
import contextlib  # noqa: F401
import contextvars  # noqa: F401

FILENAME = "program.py"
PROCESSOR_SECONDS_MAX = 10


def next_program(clock_report):
    """Answers programs until there are no more; returns only in the forks, with the text of the one to run."""
    answers = os.dup(1)
    requests = os.fdopen(os.dup(0), "rb")
    while line := requests.readline():
        text = requests.read(int(line))
        streams = os.memfd_create("stdout"), os.memfd_create("stderr")
        process = os.fork()
        if process == 0:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(streams[0], 1)
            os.dup2(streams[1], 2)
            resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS_MAX, PROCESSOR_SECONDS_MAX))
            return text
        _, status = os.waitpid(process, 0)
        stdout, stderr = map(_contents, streams)
        with open(clock_report, encoding="ascii") as file:
            clock_ns = file.read().strip() or "0"
        head = f"{os.waitstatus_to_exitcode(status) & 0xFF} {clock_ns} {len(stdout)} {len(stderr)}\n"
        _write_all(answers, head.encode() + stdout + stderr)
    os._exit(0)


def _contents(stream):
    size = os.lseek(stream, 0, os.SEEK_END)
    contents = os.pread(stream, size, 0)
    os.close(stream)
    return contents


def _write_all(stream, answer):
    while answer:
        answer = answer[os.write(stream, answer) :]


if __name__ == "__main__":
    code = compile(next_program(sys.argv[1]), FILENAME, "exec")
    sys.argv[:] = [FILENAME]
    for name in [name for name in globals() if name not in ("code", "__builtins__") and name[:2] != "__"]:
        del globals()[name]
    del name
    exec(code)
