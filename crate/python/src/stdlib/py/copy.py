"""Shallow and deep copies."""

from types import BuiltinFunctionType, FunctionType, ModuleType


class Error(Exception):
    pass


error = Error

_ATOMIC = (
    type(None), int, float, bool, complex, str, bytes, range, slice, type, type(...), type(NotImplemented), FunctionType,
    BuiltinFunctionType, property, type(len), ModuleType,
)


def _new_like(x):
    """An instance of the same class with nothing in it but what the layout needs."""
    cls = type(x)
    for base in (list, dict, set):
        if isinstance(x, base):
            return base.__new__(cls)
    if isinstance(x, bytearray):
        y = bytearray.__new__(cls)
        y.extend(x)
        return y
    for base in (int, float, str, bytes, tuple, frozenset, complex):
        if isinstance(x, base):
            return base.__new__(cls, x)
    if isinstance(x, BaseException):
        return cls.__new__(cls, *x.args)
    return object.__new__(cls)


def _state(x):
    getter = getattr(type(x), "__getstate__", None)
    if getter is not None:
        return getter(x), {}
    own = dict(getattr(x, "__dict__", {}))
    slots = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__"):
                if name.startswith("__") and not name.endswith("__"):
                    name = f"_{cls.__name__.lstrip('_')}{name}"
                if hasattr(x, name):
                    slots[name] = getattr(x, name)
    return own, slots


def _fill(y, state, slots):
    setter = getattr(type(y), "__setstate__", None)
    if setter is not None:
        setter(y, state)
        return
    if state:
        y.__dict__.update(state)
    for name, value in slots.items():
        object.__setattr__(y, name, value)


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if cls in (tuple, frozenset):
        return x
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None and reduce is not getattr(object, "__reduce__", None):
        return _rebuild(x, reduce(x), None)
    _refuse(x)
    y = _new_like(x)
    if isinstance(x, (list,)):
        y.extend(x)
    elif isinstance(x, (dict, set)):
        y.update(x)
    _fill(y, *_state(x))
    return y


def _refuse(x):
    name = type(x).__name__
    if name in ("generator", "coroutine", "async_generator", "TextIOWrapper", "module"):
        raise TypeError(f"cannot pickle '{name}' object")


def _rebuild(x, parts, memo):
    if isinstance(parts, str):
        return x
    function, args, *rest = parts
    if memo is not None:
        args = tuple(deepcopy(arg, memo) for arg in args)
    y = function(*args)
    if memo is not None:
        memo[id(x)] = y
    if rest and rest[0] is not None:
        state = rest[0] if memo is None else deepcopy(rest[0], memo)
        _fill(y, state, {})
    return y


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    y = _deep(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        # Keeps the original alive as long as its id is remembered.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep(x, cls, memo):
    own = getattr(cls, "__deepcopy__", None)
    if own is not None:
        return own(x, memo)
    if cls is list:
        y = memo[id(x)] = []
        for value in x:
            y.append(deepcopy(value, memo))
        return y
    if cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
        return y
    if cls is tuple:
        values = [deepcopy(value, memo) for value in x]
        if id(x) in memo:
            return memo[id(x)]
        return x if all(a is b for a, b in zip(values, x)) else tuple(values)
    if cls in (set, frozenset):
        return cls(deepcopy(value, memo) for value in x)
    if cls.__name__ == "method" and hasattr(x, "__func__"):
        return type(x)(x.__func__, deepcopy(x.__self__, memo))
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None and reduce is not getattr(object, "__reduce__", None):
        return _rebuild(x, reduce(x), memo)
    _refuse(x)
    y = memo[id(x)] = _new_like(x)
    state, slots = _state(x)
    _fill(y, deepcopy(state, memo), deepcopy(slots, memo))
    if isinstance(x, list):
        y.extend(deepcopy(value, memo) for value in x)
    elif isinstance(x, dict):
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif isinstance(x, set):
        y.update(deepcopy(value, memo) for value in x)
    return y


def replace(obj, /, **changes):
    function = getattr(type(obj), "__replace__", None)
    if function is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return function(obj, **changes)
