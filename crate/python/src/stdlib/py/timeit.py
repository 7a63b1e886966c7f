"""How long code takes: in virtual time, which only sleeping and waiting move."""

import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]
default_timer = time.perf_counter


class Timer:
    """Code to be timed: a text or something to call."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._timer = timer
        self._globals = {} if globals is None else globals
        self._stmt, self._setup = map(self._callable, (stmt, setup))

    def _callable(self, code):
        if callable(code):
            return code
        if not isinstance(code, str):
            raise ValueError("stmt is neither a string nor callable")
        compiled = compile(code, "<timeit-src>", "exec")
        return lambda: exec(compiled, self._globals)

    def timeit(self, number=1000000):
        self._setup()
        start = self._timer()
        for _ in range(number):
            self._stmt()
        return self._timer() - start

    def repeat(self, repeat=5, number=1000000):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
