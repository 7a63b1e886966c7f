# 8.6 The match statement: literal, capture, value, group, sequence, mapping and class patterns
from collections import OrderedDict, deque, namedtuple
from dataclasses import dataclass


class Color:
    RED, GREEN = "r", "g"


@dataclass
class P:
    x: int
    y: int


Q = namedtuple("Q", "a b")


def kind(s):
    match s:
        case None | True | False:
            return "singleton"
        case 0 | -1 | 2.5 | 3 + 4j:
            return "number literal"
        case "a" | b"b":
            return "text literal"
        case Color.RED | Color.GREEN as c:
            return f"color {c}"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x!r}"
        case [0, *rest]:
            return f"zero and {rest}"
        case [first, (second, _), *_, last] if first == last:
            return f"bracketed {first} {second}"
        case (str() as a, int(b) | float(b)):
            return f"str and number {a} {b}"
        case Q(a=1):
            return "named tuple with a 1"
        case [*all]:
            return f"sequence of {len(all)}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"type": t}:
            return f"only type {t}"
        case {}:
            return "mapping"
        case P(0, y=yy) | P(yy, 0):
            return f"on an axis {yy}"
        case P(x, y) if x == y:
            return f"diagonal {x}"
        case P():
            return "point"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() | complex():
            return "number"
        case str(text):
            return f"text {text}"
        case type():
            return "class"
        case set() | frozenset():
            return "set"
    return "nothing"


for subject in (None, True, 0, 0.0, -1, 2.5, 3 + 4j, "a", b"b", "r", "g", [], (), [1], (1,), [0, 1, 2], [5, (6, 7), 8, 5], [5, "67", 5], ("s", 1), ["s", 1.5], Q(1, [2]), Q(2, [3]), [1, 2, 3, 4], deque([9]), range(1), "xy", b"xy", bytearray(b"q"),
                {"type": "circle", "r": 1, "z": 2}, {"type": "square"}, {"other": 1}, OrderedDict(type=1), {}, P(0, 3), P(4, 0), P(2, 2), P(1, 2), 101, 50, 1.5, 1j, int, P, {1}, frozenset(), object, iter([])):
    print(type(subject).__name__, "->", kind(subject))
match 5:
    case x if x > 10:
        print("big")
    case y:
        print("fell through", x, y)
for bad in ("match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case a | b: pass", "match x:\n case a | 1: pass", "match x:\n case 1 | a: pass", "match x:\n case [a, a]: pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case {**_}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case P(x=1, x=2): pass", "match x:\n case P(x=1, 2): pass", "match x:\n case 1 + 2: pass", "match x:\n case 1 + 2j: pass", "match x:\n case -a: pass", "match x:\n case a.b(): pass", "match x:\n case 'a' 'b': pass", "match x:\n case 1 as _: pass", "match x:\n case 1 as a.b: pass", "match x:\n case a if: pass", "match x:\n case: pass", "match x:", "match x:\n pass", "match:\n case 1: pass", "match x:\n case *a, b: pass", "match x:\n case (a | b): pass", "match x:\n case {-1: a, 'k': b, None: c, a.b: d}: pass", "match x:\n case not 1: pass", "match x:\n case [1, 2\n", "match x:\n case 1:\n pass\n else: pass", "case 1: pass", "match x:\n case (1 as a) | (2 as a): pass", "match x:\n case 1 | 2 as a: pass", "match x:\n case P(a, b, c=d, **e): pass", "match x:\n case 0x10 | 1_0 | 1e5: pass", "match x:\n case lambda: 0: pass"):
    try:
        compile(bad, "m", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
