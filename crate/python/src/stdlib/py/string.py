"""Constants of characters, and templates."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """A text with `$name` places."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Yields `(text, name, whole)`; `name` is `None` for plain text and `""` for a wrong place."""
        text, i = self.template, 0
        while i < len(text):
            at = text.find(self.delimiter, i)
            if at < 0:
                yield text[i:], None, ""
                return
            if at > i:
                yield text[i:at], None, ""
            i = at + 1
            if text.startswith(self.delimiter, i):
                yield self.delimiter, None, ""
                i += 1
                continue
            braced = text.startswith("{", i)
            start = end = i + braced
            while end < len(text) and text[end].isascii() and (text[end] == "_" or text[end].isalnum()):
                end += 1
            name = text[start:end]
            if name and not name[0].isdigit() and (not braced or text.startswith("}", end)):
                i = end + braced
                yield "", name, text[at:i]
            else:
                yield self.delimiter, "", at

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1])) if lines else 0
        raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {column + 1}")

    def substitute(self, mapping=None, /, **kws):
        values = {**(mapping or {}), **kws}
        result = []
        for text, name, whole in self._parts():
            if name == "":
                self._invalid(whole)
            result.append(text if name is None else str(values[name]))
        return "".join(result)

    def safe_substitute(self, mapping=None, /, **kws):
        values = {**(mapping or {}), **kws}
        result = []
        for text, name, whole in self._parts():
            result.append(str(values[name]) if name and name in values else whole if name else text)
        return "".join(result)

    def is_valid(self):
        return all(name != "" for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))


class Formatter:
    """`str.format` as an object."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
