"""Texts in lines of a width."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]
_SPACES = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Breaks texts into lines."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Words, parts of words up to a hyphen, and the space between them."""
        pieces, start = [], 0
        while start < len(text):
            is_space = text[start] in _SPACES
            end = start
            while end < len(text) and (text[end] in _SPACES) == is_space:
                end += 1
            word = text[start:end]
            pieces.extend(_parts(word) if self.break_on_hyphens and "-" in word else [word])
            start = end
        return pieces

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(space): " " for space in _SPACES})
        chunks = self._split(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                end = chunks[i].rstrip("\"'")
                if chunks[i + 1] == " " and end[-1:] in (".", "!", "?") and end[-2:-1].islower():
                    chunks[i + 1] = "  "
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = self._chunks(text)[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= room:
                line.append(chunks.pop())
                length += len(line[-1])
            if chunks and len(chunks[-1]) > room:
                self._break_word(chunks, line, length, room)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            is_last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            fits = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if not is_last or fits and length <= room:
                lines.append(indent + "".join(line))
                continue
            self._shorten(lines, line, length, room, indent)
            break
        return lines

    def _break_word(self, chunks, line, length, room):
        space = max(room, 1) - length if room >= 1 else 1
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end, chunk = space, chunks[-1]
        if self.break_on_hyphens and len(chunk) > space:
            hyphen = chunk.rfind("-", 0, space)
            if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _shorten(self, lines, line, length, room, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _is_letter(c):
    return c == "_" or c.isalpha()


def _parts(word):
    """The parts of a word: up to a hyphen between letters, and dashes between words."""
    parts, start, i = [], 0, 1
    while i < len(word) - 1:
        if word[i] != "-":
            i += 1
            continue
        end = i
        while word[end:end + 1] == "-":
            end += 1
        if end - i > 1:
            before, after = word[i - 1], word[end:end + 1]
            if (_is_letter(before) or before.isdigit() or before in "!\"'&.,?") and (_is_letter(after) or after.isdigit()):
                parts += [word[start:i], word[i:end]]
                start = end
        else:
            before, after = word[max(start, i - 3):i], word[end:end + 3]
            ends_well = len(before) > 1 and _is_letter(before[-1]) and (
                _is_letter(before[-2]) or before[-2] == "-" and _is_letter(before[0])
            )
            starts_well = len(after) > 1 and _is_letter(after[0]) and (
                _is_letter(after[1]) or after[1] == "-" and _is_letter(after[-1])
            )
            if ends_well and starts_well:
                parts.append(word[start:end])
                start = end
        i = end
    return [part for part in (*parts, word[start:]) if part]


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Takes away what white space all lines begin with."""
    if not isinstance(text, str):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}")
    lines = [line if line.strip(" \t\r\f\v") else "" for line in text.split("\n")]
    full = [line for line in lines if line]
    low, high = min(full, default=""), max(full, default="")
    margin = 0
    while margin < len(low) and low[margin] == high[margin] and low[margin] in " \t":
        margin += 1
    return "\n".join([line[margin:] for line in lines])


def indent(text, prefix, predicate=None):
    """Puts a prefix before the lines that are not blank."""
    predicate = predicate or str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
