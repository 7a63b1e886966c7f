"""Nested data, laid out over several lines."""

import sys
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(
        indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, set(), 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Sorts values that can't be compared: by class and number."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return bool(self.value < other.value)
        except TypeError:
            pair = (str(type(self.value)), id(self.value))
            return pair < (str(type(other.value)), id(other.value))


class PrettyPrinter:
    """Lays data out."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        stream = _StringIO()
        self._write(object, stream.write, 0, 0, set(), 0)
        return stream.getvalue()

    def isreadable(self, object):
        text = self._repr(object, set(), 0)
        return not self.isrecursive(object) and "..." not in text and not text.startswith("<")

    def isrecursive(self, object):
        return "<Recursion on" in self._repr(object, set(), 0)

    def format(self, object, context, maxlevels, level):
        text = self._repr(object, set(context), level)
        return text, True, False

    def _sorted(self, items):
        items = list(items)
        return sorted(items, key=lambda item: (_Key(item[0]), _Key(item[1]))) if self._sort_dicts else items

    def _repr(self, value, active, level):
        """The text on one line."""
        kind = type(value)
        method = kind.__repr__
        is_dict, is_list, is_tuple = method is dict.__repr__, method is list.__repr__, method is tuple.__repr__
        if kind is int and self._underscores:
            return f"{value:_d}"
        if not (is_dict or is_list or is_tuple):
            return repr(value)
        if not value:
            return repr(value)
        if self._depth and level >= self._depth:
            return "{...}" if is_dict else "[...]" if is_list else "(...)"
        if id(value) in active:
            return f"<Recursion on {kind.__name__} with id={id(value)}>"
        active.add(id(value))
        if is_dict:
            items = [
                f"{self._repr(key, active, level + 1)}: {self._repr(each, active, level + 1)}"
                for key, each in self._sorted(value.items())
            ]
            text = "{" + ", ".join(items) + "}"
        else:
            text = ", ".join([self._repr(each, active, level + 1) for each in value])
            text = f"[{text}]" if is_list else f"({text},)" if len(value) == 1 else f"({text})"
        active.discard(id(value))
        return text

    def _write(self, value, write, indent, allowance, active, level):
        text = self._repr(value, active, level)
        if id(value) in active or len(text) <= self._width - indent - allowance:
            write(text)
            return
        layout = self._layout(value)
        if layout is None:
            write(text)
            return
        active.add(id(value))
        layout(value, write, indent, allowance, active, level + 1)
        active.discard(id(value))

    def _layout(self, value):
        method = type(value).__repr__
        if method is dict.__repr__:
            return self._dict
        if method is list.__repr__:
            return self._list
        if method is tuple.__repr__:
            return self._tuple
        if method in (set.__repr__, frozenset.__repr__):
            return self._set
        if method is str.__repr__:
            return self._str
        if method is bytes.__repr__:
            return self._bytes
        module = sys.modules.get("dataclasses")
        if module and module.is_dataclass(value) and not isinstance(value, type) and value.__dataclass_params__.repr:
            return self._dataclass
        name = type(value).__name__
        return {
            "OrderedDict": self._ordered, "defaultdict": self._defaultdict, "Counter": self._counter, "deque": self._deque,
            "SimpleNamespace": self._namespace,
        }.get(name if type(value).__module__ in ("collections", "types") else "")

    def _dict(self, value, write, indent, allowance, active, level):
        write("{" + " " * (self._indent - 1))
        self._dict_items(self._sorted(value.items()), write, indent, allowance + 1, active, level)
        write("}")

    def _dict_items(self, items, write, indent, allowance, active, level):
        indent += self._indent
        for at, (key, value) in enumerate(items):
            if at:
                write(",\n" + " " * indent)
            shown = self._repr(key, active, level)
            write(shown + ": ")
            rest = allowance if at == len(items) - 1 else 1
            self._write(value, write, indent + len(shown) + 2, rest, active, level)

    def _list(self, value, write, indent, allowance, active, level):
        write("[")
        self._items(value, write, indent, allowance + 1, active, level)
        write("]")

    def _tuple(self, value, write, indent, allowance, active, level):
        write("(")
        end = ",)" if len(value) == 1 else ")"
        self._items(value, write, indent, allowance + len(end), active, level)
        write(end)

    def _set(self, value, write, indent, allowance, active, level):
        kind = type(value)
        start, end = ("{", "}") if kind is set else (kind.__name__ + "({", "})")
        write(start)
        items = sorted(value, key=_Key)
        self._items(items, write, indent + len(start) - 1, allowance + len(end), active, level)
        write(end)

    def _items(self, items, write, indent, allowance, active, level):
        indent += self._indent
        if self._indent > 1:
            write(" " * (self._indent - 1))
        items = list(items)
        room = width = self._width - indent + 1
        separator = ",\n" + " " * indent
        before = ""
        for at, item in enumerate(items):
            is_last = at == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, active, level)
                needed = len(text) + 2
                if width < needed:
                    width = room
                    before = separator if before else before
                if width >= needed:
                    width -= needed
                    write(before + text)
                    before = ", "
                    continue
            write(before)
            before = separator
            self._write(item, write, indent, allowance if is_last else 1, active, level)

    def _str(self, value, write, indent, allowance, active, level):
        lines = value.splitlines(True)
        has_brackets = level == 1
        if has_brackets:
            indent += 1
            allowance += 1
        width = room = self._width - indent
        chunks = []
        for at, line in enumerate(lines):
            shown = repr(line)
            if at == len(lines) - 1:
                width -= allowance
            if len(shown) <= width:
                chunks.append(shown)
                continue
            parts = _words(line)
            current, limit = "", room
            for n, part in enumerate(parts):
                if n == len(parts) - 1 and at == len(lines) - 1:
                    limit -= allowance
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        write(f"({text})" if has_brackets else text)

    def _bytes(self, value, write, indent, allowance, active, level):
        if len(value) <= 4:
            write(repr(value))
            return
        has_brackets = level == 1
        if has_brackets:
            indent += 1
            allowance += 1
            write("(")
        width, chunks, current = self._width - indent, [], b""
        for i in range(0, len(value), 4):
            part = value[i:i + 4]
            limit = width - (allowance if i + 4 >= len(value) else 0)
            if current and len(repr(current + part)) > limit:
                chunks.append(current)
                current = b""
            current += part
        write(("\n" + " " * indent).join(map(repr, [*chunks, current])))
        if has_brackets:
            write(")")

    def _dataclass(self, value, write, indent, allowance, active, level):
        fields = [(name, getattr(value, name)) for name, field in type(value).__dataclass_fields__.items() if field.repr]
        self._named(type(value).__name__, fields, write, indent, allowance, active, level)

    def _namespace(self, value, write, indent, allowance, active, level):
        name = "namespace" if type(value).__name__ == "SimpleNamespace" else type(value).__name__
        self._named(name, list(value.__dict__.items()), write, indent, allowance, active, level)

    def _named(self, name, fields, write, indent, allowance, active, level):
        write(name + "(")
        indent += len(name) + 1
        for at, (key, value) in enumerate(fields):
            if at:
                write(",\n" + " " * indent)
            write(f"{key}=")
            if id(value) in active:
                write("...")
            else:
                rest = allowance + 1 if at == len(fields) - 1 else 1
                self._write(value, write, indent + len(key) + 1, rest, active, level)
        write(")")

    def _ordered(self, value, write, indent, allowance, active, level):
        name = type(value).__name__
        write(name + "([")
        indent += len(name) + 1
        items = list(value.items())
        for at, (key, each) in enumerate(items):
            if at:
                write(",\n" + " " * (indent + 1))
            shown = self._repr(key, active, level)
            write(f"({shown}, ")
            rest = allowance + 3 if at == len(items) - 1 else 2
            self._write(each, write, indent + len(shown) + 4, rest, active, level)
            write(")")
        write("])")

    def _defaultdict(self, value, write, indent, allowance, active, level):
        name = type(value).__name__
        indent += len(name) + 1
        write(f"{name}({self._repr(value.default_factory, active, level)},\n{' ' * indent}")
        self._dict(value, write, indent, allowance + 1, active, level)
        write(")")

    def _counter(self, value, write, indent, allowance, active, level):
        name = type(value).__name__
        write(name + "({" + " " * (self._indent - 1))
        self._dict_items(value.most_common(), write, indent + len(name) + 1, allowance + 2, active, level)
        write("})")

    def _deque(self, value, write, indent, allowance, active, level):
        name = type(value).__name__
        write(name + "(")
        indent += len(name) + 1
        write("[")
        end = "])" if value.maxlen is None else f"],\n{' ' * indent}maxlen={value.maxlen!r})"
        self._items(value, write, indent, allowance + 2 if value.maxlen is None else 2, active, level)
        write(end)


def _words(line):
    """Words with the space behind them."""
    parts, start, i = [], 0, 0
    while i < len(line):
        while i < len(line) and not line[i].isspace():
            i += 1
        while i < len(line) and line[i].isspace():
            i += 1
        parts.append(line[start:i])
        start = i
    return parts
