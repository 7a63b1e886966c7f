"""Template strings."""

import string  # the package; a page that loads this module loads it too

__all__ = ["Interpolation", "Template", "convert"]


class Interpolation:
    """A value in a template, with the expression that gave it."""

    __slots__ = ("value", "expression", "conversion", "format_spec")
    __match_args__ = ("value", "expression", "conversion", "format_spec")

    def __new__(cls, value, expression="", conversion=None, format_spec=""):
        if conversion not in (None, "s", "r", "a"):
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        self = object.__new__(cls)
        for name, part in zip(cls.__slots__, (value, expression, conversion, format_spec)):
            object.__setattr__(self, name, part)
        return self

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __repr__(self):
        return f"Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})"


class Template:
    """Texts and interpolations in turn: one text more than there are interpolations."""

    __slots__ = ("strings", "interpolations")

    def __new__(cls, *args):
        strings, interpolations = [""], []
        for arg in args:
            if isinstance(arg, str):
                strings[-1] += arg
            elif isinstance(arg, Interpolation):
                interpolations.append(arg)
                strings.append("")
            else:
                kind = type(arg).__name__
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {kind}")
        self = object.__new__(cls)
        object.__setattr__(self, "strings", tuple(strings))
        object.__setattr__(self, "interpolations", tuple(interpolations))
        return self

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    @property
    def values(self):
        return tuple([each.value for each in self.interpolations])

    def __iter__(self):
        for text, interpolation in zip(self.strings, (*self.interpolations, None)):
            if text:
                yield text
            if interpolation is not None:
                yield interpolation

    def __add__(self, other):
        if isinstance(other, Template):
            return Template(*self, *other)
        if isinstance(other, str):
            raise TypeError("can only concatenate string.templatelib.Template (not \"str\") to string.templatelib.Template")
        return NotImplemented

    def __repr__(self):
        return f"Template(strings={self.strings!r}, interpolations={self.interpolations!r})"


for _kind in (Interpolation, Template):
    _kind.__module__ = "string.templatelib"


def convert(obj, /, conversion):
    """What `!s`, `!r` or `!a` makes of an object; itself for `None`."""
    if conversion is None:
        return obj
    functions = {"s": str, "r": repr, "a": ascii}
    if conversion not in functions:
        raise ValueError(f"invalid conversion specifier: {conversion}")
    return functions[conversion](obj)
