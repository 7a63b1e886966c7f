"""Whole random programs: `program(seed)` gives the same text for the same seed."""

import random

from statements import Statements

# What every program has, so that its pieces have something to work with.
PRELUDE = '''\
import functools, itertools

counter = 0


class Problem(Exception):
    pass


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Base:
    def __init__(self, value=None):
        print("Base", value)
        self.base = value

    def greet(self):
        return f"{type(self).__name__} greets"

    def __eq__(self, other):
        return type(other) is type(self)


class Mixin:
    def greet(self):
        return "mixed: " + super().greet()


class Manager:
    def __init__(self, name, swallows=()):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return kind is not None and issubclass(kind, self.swallows)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **more):
        print("call", function.__name__, args, more)
        return function(*args, **more)

    return wrapper


def delegate(generator):
    result = yield from generator
    print("result", result)
'''

# What expressions may name beside it; only what a program names is imported, since imports take most of the time.
MODULES = ["bisect", "collections", "copy", "json", "math", "operator"]
CHUNKS_MAX = 14


def program(seed):
    """Returns the text of one program. One in eight ends with an error that nobody catches, for its traceback."""
    chance = random.Random(seed)
    statements = Statements(chance)
    lines = []
    for _ in range(chance.randint(5, CHUNKS_MAX)):
        lines += statements.chunk()
    if chance.random() < 0.125:
        lines += ["def last(value):", *("    " + line for line in statements.show() + statements.throw(False))]
        lines += [f"last({statements.literal()})"]
    text = "\n".join(lines) + "\n"
    imports = "".join(f"import {module}\n" for module in MODULES if f"{module}." in text)
    return imports + PRELUDE + "\n" + text
