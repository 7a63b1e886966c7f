"""JSON: text from objects, and objects from text."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_UNESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SPACE = " \t\n\r"
_INFINITY = float("inf")


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _quote(text, ascii):
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    out = []
    for c in text:
        code = ord(c)
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif code < 32 or (ascii and 127 <= code < 0x10000):
            out.append(f"\\u{code:04x}")
        elif ascii and code >= 0x10000:
            code -= 0x10000
            out.append(f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}")
        else:
            out.append(c)
    return f'"{"".join(out)}"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
        indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        out = []
        self._write(o, out, 0, {})
        return out

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == _INFINITY:
            text = "Infinity"
        elif value == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {value!r}")
        return text

    def _write(self, o, out, depth, active):
        if isinstance(o, str):
            out.append(_quote(o, self.ensure_ascii))
        elif o is None:
            out.append("null")
        elif o is True:
            out.append("true")
        elif o is False:
            out.append("false")
        elif isinstance(o, int):
            out.append(int.__repr__(o))
        elif isinstance(o, float):
            out.append(self._float(o))
        else:
            if self.check_circular:
                if id(o) in active:
                    raise ValueError("Circular reference detected")
                active[id(o)] = o
            if isinstance(o, (list, tuple)):
                self._write_list(o, out, depth + 1, active)
            elif isinstance(o, dict):
                self._write_dict(o, out, depth + 1, active)
            else:
                instead = self.default(o)
                try:
                    self._write(instead, out, depth, active)
                except Exception as error:
                    error.add_note(f"when serializing {type(o).__name__} object")
                    raise
            active.pop(id(o), None)

    def _line(self, depth):
        """The break before an item, or nothing."""
        if self.indent is None:
            return ""
        unit = self.indent if isinstance(self.indent, str) else " " * self.indent
        return "\n" + unit * depth

    def _write_list(self, items, out, depth, active):
        if not items:
            out.append("[]")
            return
        line = self._line(depth)
        separator = self.item_separator + line
        out.append("[" + line)
        for index, item in enumerate(items):
            if index:
                out.append(separator)
            try:
                self._write(item, out, depth, active)
            except Exception as error:
                error.add_note(f"when serializing {type(items).__name__} item {index}")
                raise
        out.append(self._line(depth - 1) + "]")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _write_dict(self, dct, out, depth, active):
        if not dct:
            out.append("{}")
            return
        line = self._line(depth)
        separator = self.item_separator + line
        out.append("{" + line)
        is_first = True
        for key, value in sorted(dct.items()) if self.sort_keys else dct.items():
            text = self._key(key)
            if text is None:
                continue
            if not is_first:
                out.append(separator)
            is_first = False
            out.append(_quote(text, self.ensure_ascii) + self.key_separator)
            try:
                self._write(value, out, depth, active)
            except Exception as error:
                error.add_note(f"when serializing {type(dct).__name__} item {key!r}")
                raise
        out.append(self._line(depth - 1) + "}")


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, self._skip(s, 0))
        end = self._skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _skip(self, s, at):
        while at < len(s) and s[at] in _SPACE:
            at += 1
        return at

    def _value(self, s, at):
        c = s[at : at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, at):
                return value, at + len(word)
        for word, text in (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")):
            if s.startswith(word, at):
                constant = self.parse_constant
                return constant(text if constant is float else word), at + len(word)
        return self._number(s, at)

    def _number(self, s, start):
        at = start + (s[start : start + 1] == "-")
        first = at
        while at < len(s) and "0" <= s[at] <= "9":
            at += 1
        if at == first:
            raise JSONDecodeError("Expecting value", s, start)
        if s[first] == "0":
            at = first + 1
        end = at
        if s[at : at + 1] == "." and "0" <= s[at + 1 : at + 2] <= "9":
            at += 1
            while at < len(s) and "0" <= s[at] <= "9":
                at += 1
            end = at
        if s[at : at + 1] in ("e", "E"):
            at += 1
            if s[at : at + 1] in ("+", "-"):
                at += 1
            digits = at
            while at < len(s) and "0" <= s[at] <= "9":
                at += 1
            if at > digits:
                end = at
        text = s[start:end]
        is_int = text.removeprefix("-").isdigit()
        return (self.parse_int(text) if is_int else self.parse_float(text)), end

    def _string(self, s, start):
        out = []
        at = start
        while True:
            quote = s.find('"', at)
            slash = s.find("\\", at, quote if quote >= 0 else len(s))
            end = quote if slash < 0 else slash
            if end < 0:
                raise JSONDecodeError("Unterminated string starting at", s, start - 1)
            if self.strict:
                for place in range(at, end):
                    if s[place] < " ":
                        raise JSONDecodeError("Invalid control character at", s, place)
            out.append(s[at:end])
            if slash < 0:
                return "".join(out), end + 1
            escape = s[slash + 1 : slash + 2]
            if not escape:
                raise JSONDecodeError("Unterminated string starting at", s, start - 1)
            if escape == "u":
                code = self._hex(s, slash + 1)
                at = slash + 6
                if 0xD800 <= code < 0xDC00 and s.startswith("\\u", at):
                    low = self._hex(s, at + 1)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                        at += 6
                # A lone half of a pair is no character here.
                out.append("\ufffd" if 0xD800 <= code < 0xE000 else chr(code))
            elif escape in _UNESCAPES:
                out.append(_UNESCAPES[escape])
                at = slash + 2
            else:
                raise JSONDecodeError("Invalid \\escape", s, slash)

    def _hex(self, s, at):
        digits = s[at + 1 : at + 5]
        if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
            return int(digits, 16)
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at)

    def _array(self, s, at):
        items = []
        at = self._skip(s, at)
        if s[at : at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self._value(s, at)
            items.append(item)
            at = self._skip(s, at)
            c = s[at : at + 1]
            if c == "]":
                return items, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = self._skip(s, at + 1)
            if s[at : at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = self._skip(s, at)
        if s[at : at + 1] == "}":
            return self._finish(pairs), at + 1
        while True:
            if s[at : at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = self._string(s, at + 1)
            at = self._skip(s, at)
            if s[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, self._skip(s, at + 1))
            pairs.append((key, value))
            at = self._skip(s, at)
            c = s[at : at + 1]
            if c == "}":
                return self._finish(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = self._skip(s, at + 1)
            if s[at : at + 1] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return value if self.object_hook is None else self.object_hook(value)


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
    separators=None, default=None, sort_keys=False, **kw,
):
    encoder = (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw,
    )
    return encoder.encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8-sig")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    decoder = (cls or JSONDecoder)(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
        parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw,
    )
    return decoder.decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
