"""Texts for HTML."""

__all__ = ["escape", "unescape"]
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "euro": "\u20ac", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "laquo": "\xab", "raquo": "\xbb"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    """Replaces the numbered characters and the commonest of the named ones."""
    result, at = [], 0
    while True:
        start = s.find("&", at)
        end = s.find(";", start) if start >= 0 else -1
        if end < 0:
            result.append(s[at:])
            return "".join(result)
        name = s[start + 1:end]
        found = _NAMED.get(name)
        if name[:1] == "#" and len(name) > 1:
            digits = name[2:] if name[1] in "xX" else name[1:]
            base = 16 if name[1] in "xX" else 10
            try:
                found = chr(int(digits, base))
            except (ValueError, OverflowError):
                found = None
        if found is None:
            result.append(s[at:start + 1])
            at = start + 1
        else:
            result.append(s[at:start] + found)
            at = end + 1
