"""Regular expressions."""

import _regex_machine as _machine
import _regex_parser as _parser
from _regex_parser import PatternError

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]
error = PatternError


class RegexFlag(int):
    """A set of flags."""

    __slots__ = ()
    _names = {
        256: "ASCII", 2: "IGNORECASE", 4: "LOCALE", 32: "UNICODE", 8: "MULTILINE", 16: "DOTALL", 64: "VERBOSE", 128: "DEBUG",
    }

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join(self._parts()) or "NOFLAG"

    def _parts(self, prefix=""):
        return [prefix + name for bit, name in self._names.items() if int(self) & bit]

    def __repr__(self):
        return "|".join(self._parts("re.")) or "re.NOFLAG"

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(sum(self._names) & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    __str__ = __repr__


for _bit, _name in (*RegexFlag._names.items(), (0, "NOFLAG")):
    globals()[_name] = RegexFlag(_bit)
    setattr(RegexFlag, _name, RegexFlag(_bit))
for _short, _name in zip("AILUMSX", ("ASCII", "IGNORECASE", "LOCALE", "UNICODE", "MULTILINE", "DOTALL", "VERBOSE")):
    globals()[_short] = globals()[_name]
    setattr(RegexFlag, _short, globals()[_name])


class Match:
    """What a pattern found."""

    def __init__(self, pattern, string, pos, endpos, found):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        slots, start, stop = found
        self._spans = [(start, stop)]
        for at in range(0, 2 * pattern.groups, 2):
            is_set = slots[at] >= 0 and slots[at + 1] >= 0
            self._spans.append((slots[at], slots[at + 1]) if is_set else (-1, -1))
        last = slots[2 * pattern.groups]
        self.lastindex = last if last > 0 else None

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple(self._spans)

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif not isinstance(group, int):
            group = -1
        if not 0 <= group < len(self._spans):
            raise IndexError("no such group")
        return group

    def span(self, group=0, /):
        return self._spans[self._number(group)]

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    def _text(self, number, default=None):
        start, stop = self._spans[number]
        return default if start < 0 else self.string[start:stop]

    def group(self, *groups):
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        if not groups:
            return self._text(0)
        return tuple(self._text(self._number(group)) for group in groups)

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple(self._text(number, default) for number in range(1, len(self._spans)))

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    def __repr__(self):
        return f"<re.Match object; span={self._spans[0]!r}, match={self.group()!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class Pattern:
    """A compiled regular expression."""

    def __init__(self, pattern, flags):
        is_bytes = isinstance(pattern, (bytes, bytearray))
        text = pattern.decode("latin-1") if is_bytes else pattern
        if not isinstance(text, str):
            raise TypeError("first argument must be string or compiled pattern")
        if flags & LOCALE and not is_bytes:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & UNICODE and is_bytes:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & ASCII and flags & (LOCALE | UNICODE):
            raise ValueError("ASCII and UNICODE flags are incompatible")
        parser = _parser.Parser(text, int(flags) | (int(ASCII) if is_bytes else 0), pattern)
        tree = parser.parse()
        self.pattern = pattern
        self.groups = parser.n_groups
        self.groupindex = parser.names
        found = parser.flags & ~ASCII if is_bytes else parser.flags
        self.flags = int(found) if found & ASCII or is_bytes else int(found) | int(UNICODE)
        self._is_bytes = is_bytes
        self._program = _machine.Program(tree, parser.n_groups, parser.width)

    def _prepare(self, string, pos, endpos):
        """The text to look at, and the range in it."""
        if isinstance(string, str):
            if self._is_bytes:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            text = string
        elif isinstance(string, (bytes, bytearray, memoryview)):
            if not self._is_bytes:
                raise TypeError("cannot use a string pattern on a bytes-like object")
            text = bytes(string).decode("latin-1")
        else:
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        end = len(text) if endpos is None else max(0, min(endpos, len(text)))
        return text, max(0, min(pos, len(text))), end

    def match(self, string, pos=0, endpos=None):
        text, start, end = self._prepare(string, pos, endpos)
        found = _machine.match(self._program, text, start, end) if start <= end else None
        return found and Match(self, string, start, end, found)

    def fullmatch(self, string, pos=0, endpos=None):
        text, start, end = self._prepare(string, pos, endpos)
        found = _machine.match(self._program, text, start, end, True) if start <= end else None
        return found and Match(self, string, start, end, found)

    def search(self, string, pos=0, endpos=None):
        text, start, end = self._prepare(string, pos, endpos)
        found = _machine.search(self._program, text, start, end)
        return found and Match(self, string, start, end, found)

    def finditer(self, string, pos=0, endpos=None):
        return self._all(string, *self._prepare(string, pos, endpos))

    def _all(self, string, text, start, end):
        """All matches. An empty one may stand right behind another, but not behind an empty one."""
        program, at, must_grow = self._program, start, False
        while at <= end:
            found = None
            if must_grow:
                found = _machine.match(program, text, at, end, False, True)
                at += found is None
            found = found or _machine.search(program, text, at, end)
            if found is None:
                return
            yield Match(self, string, start, end, found)
            at = found[2]
            must_grow = found[1] == found[2]

    def findall(self, string, pos=0, endpos=None):
        empty = b"" if self._is_bytes else ""
        result = []
        for match in self.finditer(string, pos, endpos):
            if self.groups == 0:
                result.append(match.group())
            elif self.groups == 1:
                result.append(match.groups(empty)[0])
            else:
                result.append(match.groups(empty))
        return result

    def split(self, string, maxsplit=0):
        result, at = [], 0
        for match in self.finditer(string) if maxsplit >= 0 else ():
            start, stop = match.span()
            result.append(string[at:start])
            result.extend(match.groups())
            at = stop
            maxsplit -= 1
            if maxsplit == 0:
                break
        result.append(string[at:])
        return result

    def subn(self, repl, string, count=0):
        if not callable(repl):
            parts = _template(self, repl)
            replace = lambda match: _expand(parts, match)  # noqa: E731
        else:
            replace = repl
        result, at, n = [], 0, 0
        for match in self.finditer(string):
            if n == count > 0:
                break
            start, stop = match.span()
            result.append(string[at:start])
            text = replace(match)
            if text is not None:
                result.append(text)
            at = stop
            n += 1
        result.append(string[at:])
        return (b"" if self._is_bytes else "").join(result), n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def scanner(self, string, pos=0, endpos=None):
        raise NotImplementedError("re.Pattern.scanner (LIMITATIONS.md)")

    def __repr__(self):
        shown = self.flags if self._is_bytes else self.flags & ~UNICODE
        flags = f", {RegexFlag(shown)!r}" if shown else ""
        return f"re.compile({repr(self.pattern)[:200]}{flags})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags, type(self.pattern), self.pattern) == (other.flags, type(other.pattern), other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


def _template(pattern, template):
    """The parts of a replacement: texts, and numbers of groups."""
    is_bytes = not isinstance(template, str)
    text = bytes(template).decode("latin-1") if is_bytes else template
    parts, i = [], 0
    while i < len(text):
        at = text.find("\\", i)
        if at < 0:
            parts.append(text[i:])
            break
        parts.append(text[i:at])
        part, i = _template_escape(pattern, text, at, template)
        parts.append(part)
    return [part.encode("latin-1") if is_bytes and isinstance(part, str) else part for part in parts]


def _template_escape(pattern, text, at, shown):
    letter = text[at + 1:at + 2]
    if not letter:
        raise PatternError("bad escape (end of pattern)", shown, at)
    if letter == "g":
        return _template_group(pattern, text, at, shown)
    if letter in "0123456789":
        digits = text[at + 1:at + 4]
        octal = 0
        while octal < len(digits) and digits[octal] in "01234567":
            octal += 1
        if letter == "0":
            octal = min(octal, 3)
            return chr(int(digits[:octal], 8) & 0xFF), at + 1 + octal
        if octal == 3:
            if int(digits, 8) > 0o377:
                raise PatternError(f"octal escape value \\{digits} outside of range 0-0o377", shown, at)
            return chr(int(digits, 8)), at + 4
        width = 2 if digits[1:2].isdecimal() else 1
        number = int(digits[:width])
        if number > pattern.groups:
            raise PatternError(f"invalid group reference {number}", shown, at + 1)
        return number, at + 1 + width
    if letter in _parser._ESCAPES:
        return _parser._ESCAPES[letter], at + 2
    if letter.isascii() and letter.isalpha():
        raise PatternError(f"bad escape \\{letter}", shown, at)
    return text[at:at + 2], at + 2


def _template_group(pattern, text, at, shown):
    if not text.startswith("<", at + 2):
        raise PatternError("missing <", shown, at + 2)
    start = at + 3
    end = text.find(">", start)
    if end < 0:
        missing = "missing group name" if start == len(text) else "missing >, unterminated name"
        raise PatternError(missing, shown, start)
    name = text[start:end]
    if not name:
        raise PatternError("missing group name", shown, start)
    if name.isdecimal() and name.isascii():
        number = int(name)
        if number > pattern.groups:
            raise PatternError(f"invalid group reference {number}", shown, start)
    elif not name.isidentifier():
        raise PatternError(f"bad character in group name {name!r}", shown, start)
    elif name in pattern.groupindex:
        number = pattern.groupindex[name]
    else:
        raise IndexError(f"unknown group name {name!r}")
    return number, end + 1


def _expand(parts, match):
    empty = match.string[:0]
    return empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])


_cache = {}
_CACHE_MAX = 512


def compile(pattern, flags=0):
    """Compiles a regular expression."""
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = type(pattern), pattern, int(flags)
    if key not in _cache:
        if len(_cache) >= _CACHE_MAX:
            del _cache[next(iter(_cache))]
        _cache[key] = Pattern(pattern, flags)
    return _cache[key]


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_SPECIAL = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return pattern.decode("latin-1").translate(_SPECIAL).encode("latin-1")
