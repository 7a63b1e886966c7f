"""Random expressions of a wanted kind, from the tables of `grammar`."""

import re

from grammar import KIND_WEIGHTS, KINDS, LITERALS, TEMPLATES

_HOLE = re.compile(r"<([a-z_]+)(!?)>")
_ATOM = re.compile(r"\w+\Z|'[^'\\]*'\Z|\[[^][]*\]\Z|\([^()]*\)\Z")
DEPTH_MAX = 3


class Expressions:
    """Writes expressions; knows the variables of the place where they are to stand."""

    def __init__(self, chance):
        self.chance = chance
        self.variables = {}  # name → kind

    def expression(self, kind, depth=DEPTH_MAX):
        """Returns an expression that mostly is of this kind; now and then it is of another, so that errors happen."""
        if kind == "any" or self.chance.random() < 0.02:
            kind = self.any_kind()
        if depth <= 0 or self.chance.random() < 0.3:
            return self._leaf(kind)
        if kind not in ("small", "count", "char") and self.chance.random() < 0.12:
            kind = "looked_up"
        template = self.chance.choice(TEMPLATES.get(kind) or LITERALS[kind])
        return self.fill(template, depth - 1)

    def any_kind(self):
        return self.chance.choices(KINDS, KIND_WEIGHTS)[0]

    def fill(self, template, depth=DEPTH_MAX):
        """Fills the holes of a template."""
        return _HOLE.sub(lambda hole: self._filled(hole[1], hole[2], depth), template)

    def _filled(self, kind, only_literal, depth):
        special = {
            "text": self._text,
            "percent": self._percent,
            "intspec": lambda: self._spec("bcdoxXneEfFgG%", grouping=",_"),
            "floatspec": lambda: self._spec("eEfFgGn%", grouping=",_", precision=True),
            "strspec": lambda: self._spec("s", precision=True),
        }.get(kind)
        if special:
            return special()
        if only_literal:
            text = self.chance.choice(LITERALS["small" if kind == "any" else kind])
            return text if kind in ("slice", "encoding", "count") else _closed(text)
        return _closed(self.expression(kind, depth))

    def _leaf(self, kind):
        fitting = [name for name, is_kind in self.variables.items() if is_kind == kind]
        if fitting and self.chance.random() < 0.5:
            return self.chance.choice(fitting)
        return self.chance.choice(LITERALS.get(kind) or LITERALS["int"])

    def _text(self):
        """The inside of an f-string."""
        parts = [self.chance.choice(["", "x = ", "{{", "é ", "}} "])]
        for _ in range(self.chance.randint(1, 2)):
            kind, spec = self.chance.choice(
                [("int", "intspec"), ("float", "floatspec"), ("str", "strspec"), ("any", ""), ("bool", "intspec")]
            )
            inner = self.expression(kind, 1)
            conversion = self.chance.choice(["", "", "", "!r", "!s", "!a", "="])
            after = f":{self._filled(spec, '', 0)}" if spec and self.chance.random() < 0.7 else ""
            parts.append(f"{{({inner}){conversion}{after}}}")
        return "|".join(parts)

    def _percent(self):
        flags = "".join(flag for flag in "-+ 0#" if self.chance.random() < 0.2)
        width = self.chance.choice(["", "", "5", "12"])
        precision = self.chance.choice(["", "", ".0", ".3", ".10"])
        return f"%{flags}{width}{precision}{self.chance.choice('diouxXeEfFgGcrsa')}"

    def _spec(self, kinds, grouping="", precision=False):
        pick = self.chance.choice
        parts = [
            pick(["", "", "<", ">", "^", "=", "*<", "0>", "é^"]),
            pick(["", "", "", "+", "-", " "]),
            pick(["", "", "", "", "z"]) if precision else "",
            pick(["", "", "", "#"]),
            pick(["", "", "0"]),
            pick(["", "", "3", "10", "15"]),
            pick(["", "", "", *grouping]),
            pick(["", ".0", ".1", ".3", ".12"]) if precision or self.chance.random() < 0.05 else "",
            pick(["", *kinds]) if self.chance.random() < 0.97 else "q",
        ]
        return "".join(parts)


def _closed(text):
    """Parenthesises what could fall apart beside other operators."""
    return text if _ATOM.match(text) and not text.isdigit() else f"({text})"
