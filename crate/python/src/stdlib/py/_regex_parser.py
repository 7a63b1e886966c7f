"""Regular expressions: from text to a tree.

A node is a tuple whose first item tells its kind:

    ("set", table)                        one character that the table says yes to
    ("text", string)                      exactly these characters
    ("sequence", nodes)                   ("branch", nodes)            ("group", number, node)
    ("repeat", node, least, most, kind)   kind: "greedy", "lazy" or "possessive"
    ("back", number, ignores_case)        ("at", sign)                 ("atomic", node)
    ("look", is_ahead, is_negated, node)  ("condition", number, yes, no)
"""

IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG, ASCII = 2, 4, 8, 16, 32, 64, 128, 256
FLAG_OF_LETTER = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII, "u": UNICODE}
_TYPE_FLAGS = ASCII | LOCALE | UNICODE
MANY = 1 << 32
_DIGITS, _OCTAL, _HEX = "0123456789", "01234567", "0123456789abcdefABCDEF"
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


class PatternError(Exception):
    """A text that is no regular expression."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = b"\n" if isinstance(pattern, bytes) else "\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class Table(dict):
    """Whether characters belong to a set: asked once for each character, then known."""

    def __init__(self, test):
        super().__init__()
        self._test = test

    def __missing__(self, letter):
        found = self[letter] = bool(self._test(letter))
        return found


def _is_word(c):
    return c.isalnum() or c == "_"


_UNICODE_TESTS = {"d": str.isdecimal, "s": str.isspace, "w": _is_word}
_ASCII_TESTS = {
    "d": lambda c: "0" <= c <= "9",
    "s": lambda c: c in " \t\n\r\f\v",
    "w": lambda c: c.isascii() and _is_word(c),
}


def category(letter, flags):
    """The test of `\\d`, `\\s`, `\\w` or of their opposites."""
    test = (_ASCII_TESTS if flags & ASCII else _UNICODE_TESTS)[letter.lower()]
    return (lambda c: not test(c)) if letter.isupper() else test


def same_letters(c, flags):
    """All that counts as the same letter when case is ignored."""
    if flags & ASCII and not c.isascii():
        return {c}
    found = {c, c.lower(), c.upper(), c.upper().lower(), c.lower().upper()}
    return {each for each in found if len(each) == 1 and (not flags & ASCII or each.isascii())}


class Parser:
    """Reads a pattern once, from left to right."""

    def __init__(self, text, flags, shown):
        self.text = text
        self.flags = flags
        self.at = 0
        self.n_groups = 0
        self.names = {}
        self._shown = shown
        self._open = set()
        self._widths = {}
        self._conditions = []

    def error(self, message, back=0, at=None):
        return PatternError(message, self._shown, self.at - back if at is None else at)

    def parse(self):
        self._global_flags()
        node = self._branches(self.flags)
        if self.at < len(self.text):
            raise self.error("unbalanced parenthesis")
        for number, at in self._conditions:
            if number > self.n_groups:
                raise self.error(f"invalid group reference {number}", at=at)
        return node

    def _peek(self, text):
        return self.text.startswith(text, self.at)

    def _eat(self, text):
        found = self.text.startswith(text, self.at)
        self.at += len(text) * found
        return found

    def _until(self, end, what):
        """The text up to a closing sign, which is passed."""
        start = self.at
        at = self.text.find(end, start)
        if at < 0:
            if start == len(self.text):
                raise self.error(f"missing {what}")
            raise self.error(f"missing {end}, unterminated name", at=start)
        if at == start:
            raise self.error(f"missing {what}", at=start)
        self.at = at + len(end)
        return self.text[start:at]

    def _global_flags(self):
        """Takes the `(?flags)` at the start, where alone they may stand."""
        while self._peek("(?") and self.text[self.at + 2:self.at + 3] in FLAG_OF_LETTER:
            end = self.at + 2
            while self.text[end:end + 1] in FLAG_OF_LETTER and end < len(self.text):
                end += 1
            if not self.text.startswith(")", end):
                return
            for letter in self.text[self.at + 2:end]:
                self._check_flag(letter, end)
                self.flags |= FLAG_OF_LETTER[letter]
            self.at = end + 1

    def _check_flag(self, letter, at):
        is_bytes = isinstance(self._shown, bytes)
        if letter == "L" and not is_bytes:
            raise self.error("bad inline flags: cannot use 'L' flag with a str pattern", at=at)
        if letter == "u" and is_bytes:
            raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern", at=at)

    def _branches(self, flags):
        branches = [self._sequence(flags)]
        while self._eat("|"):
            branches.append(self._sequence(flags))
        return branches[0] if len(branches) == 1 else ("branch", branches)

    def _sequence(self, flags):
        nodes = []
        text = self.text
        while self.at < len(text) and text[self.at] not in "|)":
            start = self.at
            letter = text[start]
            if flags & VERBOSE:
                if letter in " \t\n\r\v\f":
                    self.at += 1
                    continue
                if letter == "#":
                    end = text.find("\n", start)
                    self.at = len(text) if end < 0 else end + 1
                    continue
            if letter in "*+?" or letter == "{" and self._counts() is not None:
                self._repeat(nodes, start)
                continue
            node = self._item(flags)
            if node is not None:
                nodes.append(node)
        return _joined(nodes)

    def _counts(self):
        """The numbers of `{m,n}` and where it ends; `None` if the brace is just a brace."""
        text, at = self.text, self.at + 1
        low = high = ""
        while text[at:at + 1] and text[at] in _DIGITS:
            low += text[at]
            at += 1
        if text.startswith(",", at):
            at += 1
            while text[at:at + 1] and text[at] in _DIGITS:
                high += text[at]
                at += 1
            if text.startswith("}", at):
                return (int(low or 0), int(high) if high else MANY, at + 1)
        elif low and text.startswith("}", at):
            return int(low), int(low), at + 1
        return None

    def _repeat(self, nodes, start):
        sign = self.text[start]
        if sign == "{":
            least, most, self.at = self._counts()
            if max(least, most if most < MANY else 0) >= MANY:
                raise OverflowError("the repetition number is too large")
            if most < least:
                raise self.error("min repeat greater than max repeat", at=start + 1)
        else:
            self.at += 1
            least, most = {"*": (0, MANY), "+": (1, MANY), "?": (0, 1)}[sign]
        if not nodes or nodes[-1][0] == "at":
            raise self.error("nothing to repeat", at=start)
        item = nodes.pop()
        if item[0] == "repeat":
            raise self.error("multiple repeat", at=start)
        kind = "lazy" if self._eat("?") else "possessive" if self._eat("+") else "greedy"
        nodes.append(("repeat", item, least, most, kind))

    def _item(self, flags):
        letter = self.text[self.at]
        if letter == "\\":
            return self._escape(flags)
        if letter == "[":
            return self._set(flags)
        if letter == "(":
            return self._group(flags)
        self.at += 1
        if letter == ".":
            return ("set", Table((lambda c: True) if flags & DOTALL else (lambda c: c != "\n")))
        if letter == "^":
            return ("at", "line start" if flags & MULTILINE else "start")
        if letter == "$":
            return ("at", "line end" if flags & MULTILINE else "end")
        return self._letter(letter, flags)

    def _letter(self, letter, flags):
        if flags & IGNORECASE:
            same = same_letters(letter, flags)
            if letter.lower() != letter.upper():
                return ("set", Table(lambda c: c in same or not flags & ASCII and c.lower() in same))
        return ("text", letter)

    def _escape(self, flags):
        start = self.at
        letter = self.text[start + 1:start + 2]
        if not letter:
            raise self.error("bad escape (end of pattern)")
        self.at += 2
        if letter in "dswDSW":
            return ("set", Table(category(letter, flags)))
        if letter in "AZz":
            return ("at", {"A": "start", "Z": "very end", "z": "very end"}[letter])
        if letter in "bB":
            is_ascii = "ascii " if flags & ASCII else ""
            return ("at", is_ascii + ("boundary" if letter == "b" else "no boundary"))
        if letter in "123456789":
            digits = self.text[start + 1:start + 4]
            if len(digits) == 3 and digits[0] in "0123" and all(d in _OCTAL for d in digits):
                self.at = start + 4
                return self._letter(chr(int(digits, 8)), flags)
            if digits[1:2] and digits[1] in _DIGITS:
                if len(digits) == 3 and all(d in _OCTAL for d in digits):
                    raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", at=start)
                letter = digits[:2]
                self.at = start + 3
            return self._reference(int(letter), start + 1, flags)
        return self._letter(self._character(letter, start, is_in_set=False), flags)

    def _reference(self, number, at, flags):
        if number > self.n_groups:
            raise self.error(f"invalid group reference {number}", at=at)
        if number in self._open:
            raise self.error("cannot refer to an open group", at=at - 1)
        return ("back", number, flags & IGNORECASE)

    def _character(self, letter, start, is_in_set):
        """The character of an escape whose letter has been passed."""
        if letter in _ESCAPES and (letter != "b" or is_in_set):
            return _ESCAPES[letter]
        if letter in "xuU" and (letter == "x" or isinstance(self._shown, str)):
            width = {"x": 2, "u": 4, "U": 8}[letter]
            digits = self.text[self.at:self.at + width]
            n = next((i for i, d in enumerate(digits) if d not in _HEX), len(digits))
            self.at += n
            if n != width:
                raise self.error(f"incomplete escape {self.text[start:self.at]}", at=start)
            return chr(int(digits, 16))
        if letter in _OCTAL:
            end = self.at
            while end < self.at + 2 and self.text[end:end + 1] and self.text[end] in _OCTAL:
                end += 1
            digits = self.text[self.at - 1:end]
            self.at = end
            if int(digits, 8) > 0o377:
                raise self.error(f"octal escape value \\{digits} outside of range 0-0o377", at=start)
            return chr(int(digits, 8))
        if letter.isascii() and letter.isalnum():
            raise self.error(f"bad escape \\{letter}", at=start)
        return letter

    def _set(self, flags):
        start = self.at
        self.at += 1
        is_negated = self._eat("^")
        letters, ranges, tests = set(), [], []
        first = self.at
        while True:
            if self.at >= len(self.text):
                raise self.error("unterminated character set", at=start)
            if self._peek("]") and self.at > first:
                self.at += 1
                break
            began = self.at
            low = self._member(flags, start)
            if not self._peek("-"):
                high = None
            else:
                self.at += 1
                if self.at >= len(self.text):
                    raise self.error("unterminated character set", at=start)
                if self._peek("]"):
                    letters.add("-")
                    high = None
                else:
                    high = self._member(flags, start)
                    if not isinstance(low, str) or not isinstance(high, str) or high < low:
                        shown = self.text[began:self.at]
                        raise self.error(f"bad character range {shown}", at=began)
            if high is not None:
                ranges.append((low, high))
            elif isinstance(low, str):
                letters.add(low)
            else:
                tests.append(low)
        return ("set", Table(_member_test(letters, ranges, tests, flags, is_negated)))

    def _member(self, flags, start):
        """A character of a set, or the test of a category."""
        at = self.at
        letter = self.text[at]
        self.at += 1
        if letter != "\\":
            return letter
        letter = self.text[self.at:self.at + 1]
        if not letter:
            raise self.error("unterminated character set", at=start)
        self.at += 1
        if letter in "dswDSW":
            return category(letter, flags)
        return self._character(letter, at, is_in_set=True)

    def _group(self, flags):
        start = self.at
        self.at += 1
        if not self._eat("?"):
            return self._capture(start, None, flags)
        if self.at >= len(self.text):
            raise self.error("unexpected end of pattern")
        if self._eat("P"):
            return self._named(start, flags)
        if self._eat(":"):
            return self._inside(start, flags)
        if self._eat("#"):
            end = self.text.find(")", self.at)
            if end < 0:
                raise self.error("missing ), unterminated comment", at=start)
            self.at = end + 1
            return None
        if self._eat(">"):
            return ("atomic", self._inside(start, flags))
        if self._eat("("):
            return self._conditional(start, flags)
        for sign, is_ahead, is_negated in (("=", 1, 0), ("!", 1, 1), ("<=", 0, 0), ("<!", 0, 1)):
            if self._eat(sign):
                node = self._inside(start, flags)
                if not is_ahead:
                    low, high = self.width(node)
                    if low != high:
                        raise PatternError("look-behind requires fixed-width pattern")
                return ("look", is_ahead, is_negated, node)
        if self._eat("<"):
            if self.at >= len(self.text):
                raise self.error("unexpected end of pattern")
            raise self.error(f"unknown extension ?<{self.text[self.at]}", at=start + 1)
        if self.text[self.at] in FLAG_OF_LETTER or self._peek("-"):
            return self._flagged(start, flags)
        raise self.error(f"unknown extension ?{self.text[self.at]}", at=start + 1)

    def _inside(self, start, flags):
        node = self._branches(flags)
        if not self._eat(")"):
            raise self.error("missing ), unterminated subpattern", at=start)
        return node if node[0] != "repeat" else ("sequence", [node])

    def _capture(self, start, name, flags):
        self.n_groups += 1
        number = self.n_groups
        if name is not None:
            if name in self.names:
                text = f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}"
                raise self.error(text, at=start + 4)
            self.names[name] = number
        self._open.add(number)
        node = self._inside(start, flags)
        self._open.discard(number)
        self._widths[number] = self.width(node)
        return ("group", number, node)

    def _named(self, start, flags):
        if self._eat("<"):
            at = self.at
            name = self._until(">", "group name")
            self._check_name(name, at)
            return self._capture(start, name, flags)
        if self._eat("="):
            at = self.at
            name = self._until(")", "group name")
            self._check_name(name, at)
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", at=at)
            if self.names[name] in self._open:
                raise self.error("cannot refer to an open group", at=at)
            return ("back", self.names[name], flags & IGNORECASE)
        if self.at >= len(self.text):
            raise self.error("unexpected end of pattern")
        raise self.error(f"unknown extension ?P{self.text[self.at]}", at=start + 1)

    def _check_name(self, name, at):
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", at=at)

    def _conditional(self, start, flags):
        at = self.at
        name = self._until(")", "group name")
        if name.isdecimal() and name.isascii():
            number = int(name)
            if number == 0:
                raise self.error("bad group number", at=at)
            self._conditions.append((number, at))
        else:
            self._check_name(name, at)
            if name not in self.names:
                raise self.error(f"unknown group name {name!r}", at=at)
            number = self.names[name]
        yes = self._sequence(flags)
        no = ("sequence", [])
        if self._eat("|"):
            no = self._sequence(flags)
            if self._peek("|"):
                raise self.error("conditional backref with more than two branches")
        if not self._eat(")"):
            raise self.error("missing ), unterminated subpattern", at=start)
        return ("condition", number, yes, no)

    def _flagged(self, start, flags):
        on = off = 0
        while self.text[self.at:self.at + 1] and self.text[self.at] in FLAG_OF_LETTER:
            letter = self.text[self.at]
            self.at += 1
            self._check_flag(letter, self.at)
            on |= FLAG_OF_LETTER[letter]
        if self._peek(")"):
            raise self.error("global flags not at the start of the expression", at=start)
        if bin(on & _TYPE_FLAGS).count("1") > 1:
            raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
        if self._eat("-"):
            if self.at >= len(self.text):
                raise self.error("missing flag")
            while self.text[self.at:self.at + 1] and self.text[self.at] in FLAG_OF_LETTER:
                off |= FLAG_OF_LETTER[self.text[self.at]]
                self.at += 1
            if off & _TYPE_FLAGS:
                raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
            if not off:
                missing = "unknown flag" if self.text[self.at].isalpha() else "missing flag"
                raise self.error(missing)
        if self.at >= len(self.text):
            raise self.error("missing :" if off else "missing -, : or )")
        if not self._eat(":"):
            is_letter = self.text[self.at].isalpha()
            raise self.error("unknown flag" if is_letter else "missing :" if off else "missing -, : or )")
        if on & off:
            raise self.error("bad inline flags: flag turned on and off", back=1)
        if on & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        return self._inside(start, (flags | on) & ~off)

    def width(self, node):
        """How many characters a node matches at least and at most."""
        kind = node[0]
        if kind == "set":
            return 1, 1
        if kind == "text":
            return len(node[1]), len(node[1])
        if kind == "sequence":
            pairs = [self.width(each) for each in node[1]]
            return sum(low for low, _ in pairs), min(MANY, sum(high for _, high in pairs))
        if kind in ("branch", "condition"):
            pairs = [self.width(each) for each in (node[1] if kind == "branch" else node[2:])]
            return min(low for low, _ in pairs), max(high for _, high in pairs)
        if kind == "repeat":
            low, high = self.width(node[1])
            return min(MANY, low * node[2]), min(MANY, high * node[3])
        if kind in ("group", "atomic"):
            return self.width(node[-1])
        if kind == "back":
            return self._widths.get(node[1], (0, MANY))
        return 0, 0


def _joined(nodes):
    """A sequence whose neighbouring texts are one."""
    result = []
    for node in nodes:
        if node[0] == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", result[-1][1] + node[1])
        else:
            result.append(node)
    return result[0] if len(result) == 1 else ("sequence", result)


def _member_test(letters, ranges, tests, flags, is_negated):
    def is_member(c):
        return c in letters or any(low <= c <= high for low, high in ranges) or any(test(c) for test in tests)

    def test(c):
        if flags & IGNORECASE:
            return any(is_member(each) for each in same_letters(c, flags)) != is_negated
        return is_member(c) != is_negated

    return test
