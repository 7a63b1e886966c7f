"""`os.path`: paths as text, and questions about the files at them."""

import _files

__all__ = [
    "abspath", "basename", "commonpath", "commonprefix", "curdir", "defpath", "devnull", "dirname", "exists", "expanduser",
    "expandvars", "extsep", "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile", "islink", "ismount",
    "join", "lexists", "normcase", "normpath", "pardir", "pathsep", "realpath", "relpath", "samefile", "sep", "split",
    "splitdrive", "splitext", "splitroot", "altsep", "supports_unicode_filenames", "isreserved", "isjunction",
]

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False
_text = _files.text_of


def _plain(path):
    """A path as it was given: text or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    return _text(path)


def _signs(path):
    return (b"/", b".", b"..", b"") if isinstance(path, bytes) else ("/", ".", "..", "")


def isabs(s):
    s = _plain(s)
    return s.startswith(_signs(s)[0])


def join(a, *p):
    path = _plain(a)
    slash = _signs(path)[0]
    for part in map(_plain, p):
        if type(part) is not type(path):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        else:
            path += part if not path or path.endswith(slash) else slash + part
    return path


def split(p):
    p = _plain(p)
    slash = _signs(p)[0]
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return head.rstrip(slash) or head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _plain(p)
    slash, dot, _, empty = _signs(p)
    start = p.rfind(slash) + 1
    name = p[start:]
    stem = name.lstrip(dot)
    at = stem.rfind(dot)
    if at < 0:
        return p, empty
    at += start + len(name) - len(stem)
    return p[:at], p[at:]


def splitdrive(p):
    p = _plain(p)
    return p[:0], p


def splitroot(p):
    p = _plain(p)
    slash = _signs(p)[0]
    n = len(p) - len(p.lstrip(slash))
    n = 0 if n == 0 else 2 if n == 2 else 1
    return p[:0], p[:n], p[n:]


def normcase(s):
    return _plain(s)


def normpath(path):
    _, start, rest = splitroot(path)
    slash, dot, up, empty = _signs(rest)
    parts = []
    for part in rest.split(slash):
        if part in (empty, dot):
            continue
        if part == up and parts and parts[-1] != up:
            parts.pop()
        elif part != up or not start:
            parts.append(part)
    return start + slash.join(parts) or dot


def abspath(path):
    path = _plain(path)
    return normpath(path if isabs(path) else join(_files.current, path))


def realpath(filename, *, strict=False):
    path = abspath(filename)
    if strict:
        _files.get(path)
    return path


def relpath(path, start=curdir):
    if not path:
        raise ValueError("no path specified")
    path, start = _files.parts_of(path), _files.parts_of(start)
    n = len(_common([path, start]))
    return "/".join([".."] * (len(start) - n) + path[n:]) or "."


def _common(lists):
    first, last = min(lists), max(lists)
    n = 0
    while n < min(len(first), len(last)) and first[n] == last[n]:
        n += 1
    return first[:n]


def commonprefix(m):
    return _common(list(m)) if m else ""


def commonpath(paths):
    paths = list(map(_plain, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len(set(map(isabs, paths))) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split("/") if part not in ("", ".")] for path in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(_common(parts))


def expanduser(path):
    path = _plain(path)
    if path == "~" or path.startswith("~/"):
        import os

        return os.environ.get("HOME", "/root").rstrip("/") + path[1:] or "/"
    return path


def expandvars(path):
    import os

    path, result, i = _plain(path), "", 0
    while i < len(path):
        if path[i] != "$":
            result += path[i]
            i += 1
            continue
        start = i + 1
        is_braced = path.startswith("{", start)
        end = path.find("}", start) if is_braced else start
        while not is_braced and end < len(path) and (path[end].isalnum() or path[end] == "_"):
            end += 1
        name = path[start + is_braced:end] if end > start else ""
        i = end + is_braced if end > start else start
        result += os.environ.get(name, path[start - 1:i]) if name else path[start - 1:i]
    return result


def _found(path):
    try:
        return _files.find(path)
    except OSError:
        return None


def exists(path):
    return isinstance(path, int) and path in (0, 1, 2) or not isinstance(path, int) and _found(path) is not None


lexists = exists


def isfile(path):
    return isinstance(_found(path), _files.File)


def isdir(s):
    return isinstance(_found(s), _files.Directory)


def islink(path):
    return False


isjunction = isreserved = islink


def ismount(path):
    return _found(path) is _files.root


def getsize(filename):
    node = _files.get(filename)
    return len(node.data) if isinstance(node, _files.File) else 4096


def getmtime(filename):
    return _files.get(filename).modified_ns / 1e9


getatime = getctime = getmtime


def samefile(f1, f2):
    return _files.get(f1) is _files.get(f2)
