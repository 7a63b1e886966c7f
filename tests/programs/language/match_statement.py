# match: literals, captures, sequences, mappings, classes, guards, alternatives.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(value):
    match value:
        case 0 | 1:
            return "zero or one"
        case "quit":
            return "quit"
        case None | True | False:
            return f"constant {value}"
        case int(n) if n < 0:
            return f"negative {n}"
        case float():
            return "a float"
        case []:
            return "empty"
        case [x]:
            return f"one: {x}"
        case ["go", direction]:
            return f"go {direction}"
        case [first, *rest] if len(rest) > 2:
            return f"long from {first}, {len(rest)} more"
        case (a, [b, c]) | {"pair": [a, b, c]}:
            return f"nested {a} {b} {c}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **others}:
            return f"{kind} with {others}"
        case Point(0, y=0):
            return "origin"
        case Point(x=0) | Point(y=0):
            return "on an axis"
        case Point(x, y) as p if x == y:
            return f"diagonal {x} {p.y}"
        case str() as text:
            return f"text {text!r}"
        case _:
            return f"something {type(value).__name__}"


for value in (1, True, None, "quit", -5, 2.5, [], [7], ["go", "north"], (1, 2, 3, 4), (1, [2, 3]), {"pair": (1, 2, 3)},
              {"type": "circle", "r": 2}, {"type": "box", "w": 1}, {}, Point(0, 0), Point(0, 4), Point(3, 3),
              Point(1, 2), "abc", 99, {1, 2}):
    print(describe(value))
