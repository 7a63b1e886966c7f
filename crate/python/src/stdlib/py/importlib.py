"""Imports by name."""

import sys
from types import ModuleType as _ModuleType

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    """Imports a module by its name, which may be relative to a package."""
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        base = package.split(".")
        if level > len(base):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join([*base[:len(base) - level + 1], name[level:]]).rstrip(".")
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    """Runs a module's source again, in the same module."""
    if not isinstance(module, _ModuleType):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    del sys.modules[name]
    try:
        __import__(name)
        module.__dict__.update(sys.modules[name].__dict__)
    finally:
        sys.modules[name] = module
    return module


def find_spec(name, package=None):
    """Whether a module could be imported: its name in an object, or `None`."""
    if name not in sys.modules:
        try:
            __import__(name)
        except ModuleNotFoundError:
            return None
    from types import SimpleNamespace

    module = sys.modules[name]
    return SimpleNamespace(name=name, origin=getattr(module, "__file__", None), parent=name.rpartition(".")[0])
