"""`importlib.util`, as far as it needs no loaders."""

from importlib import find_spec

__all__ = ["find_spec", "resolve_name"]


def resolve_name(name, package):
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    base = package.split(".")
    if level > len(base):
        raise ImportError("attempted relative import beyond top-level package")
    return ".".join([*base[:len(base) - level + 1], name[level:]]).rstrip(".")
