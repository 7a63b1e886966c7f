"""Patterns of file names, as in a shell."""

__all__ = ["filter", "filterfalse", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    """The regular expression that matches what the pattern does."""
    import re

    result, i = "", 0
    while i < len(pat):
        letter = pat[i]
        i += 1
        if letter == "*":
            if not result.endswith(".*"):
                result += ".*"
        elif letter == "?":
            result += "."
        elif letter == "[":
            end = _set_end(pat, i)
            if end < 0:
                result += r"\["
            else:
                inside = pat[i:end].replace("\\", r"\\")
                inside = "^" + inside[1:] if inside.startswith("!") else inside.replace("^", r"\^", inside.startswith("^"))
                result += f"[{inside}]"
                i = end + 1
        else:
            result += re.escape(letter)
    return f"(?s:{result})\\z"


def _set_end(pat, start):
    """Where the set ends whose first character is at `start`; -1 if it doesn't."""
    first = start + pat.startswith("!", start)
    return pat.find("]", first + pat.startswith("]", first))


def _in_set(letter, inside):
    is_negated = inside.startswith("!")
    i, found = int(is_negated), False
    while i < len(inside):
        if inside[i + 1:i + 2] == "-" and i + 2 < len(inside):
            found = found or inside[i] <= letter <= inside[i + 2]
            i += 3
        else:
            found = found or inside[i] == letter
            i += 1
    return found != is_negated


def fnmatchcase(name, pat):
    """Whether a name matches: each star is tried from the left, the last one again and again."""
    n = p = 0
    star, resume = -1, 0
    while n < len(name):
        sign = pat[p] if p < len(pat) else ""
        end = _set_end(pat, p + 1) if sign == "[" else -1
        if sign == "*":
            star, resume = p, n
            p += 1
        elif sign == "?" or end < 0 and sign == name[n]:
            n, p = n + 1, p + 1
        elif end >= 0 and _in_set(name[n], pat[p + 1:end]):
            n, p = n + 1, end + 1
        elif star >= 0:
            resume += 1
            n, p = resume, star + 1
        else:
            return False
    return pat[p:].strip("*") == ""


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    return [name for name in names if not fnmatchcase(name, pat)]
