"""Texts split into words, as a shell does."""

__all__ = ["split", "quote", "join"]
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quote, i = [], None, "", 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote:
            if c == quote:
                quote = ""
                word += c if not posix else ""
            elif c == "\\" and quote == '"' and posix and s[i:i + 1] in ('"', "\\"):
                word += s[i]
                i += 1
            else:
                word += c
        elif c.isspace():
            if word is not None:
                words.append(word)
            word = None
        elif c in "'\"":
            quote = c
            word = (word or "") + ("" if posix else c)
        elif c == "\\" and posix:
            if i == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[i]
            i += 1
        elif c == "#" and comments:
            end = s.find("\n", i)
            i = len(s) if end < 0 else end
        else:
            word = (word or "") + c
    if quote:
        raise ValueError("No closing quotation")
    return words if word is None else [*words, word]


def quote(s):
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if s and all(c in _SAFE for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))
