"""Weak references, and containers and callbacks made of them."""

from _weakref import getweakrefcount, getweakrefs, ref
from _weakrefset import WeakSet
from collections.abc import MutableMapping

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]
ReferenceType = ref


class ProxyType:
    """Stands for an object without keeping it."""

    __slots__ = ("_reference",)

    def __init__(self, reference):
        object.__setattr__(self, "_reference", reference)

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        target = _referent(self)
        return f"<weakproxy at {id(self):#x}; to '{type(target).__name__}' at {id(target):#x}>"

    def __str__(self):
        return str(_referent(self))

    def __bool__(self):
        return bool(_referent(self))

    def __hash__(self):
        raise TypeError(f"unhashable type: 'weakref.{type(self).__name__}'")


class CallableProxyType(ProxyType):
    """Stands for something that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


for _kind in (ProxyType, CallableProxyType):
    _kind.__module__ = "weakref"
ProxyTypes = ProxyType, CallableProxyType


def _referent(proxy):
    target = object.__getattribute__(proxy, "_reference")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _plain(value):
    return _referent(value) if isinstance(value, ProxyType) else value


def _forward(name, function):
    def method(self, *args):
        return function(_referent(self), *map(_plain, args))

    method.__name__ = name
    setattr(ProxyType, name, method)


def _forward_all():
    import builtins
    import operator

    for name in (
        "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lshift", "rshift", "neg", "pos",
        "abs", "invert", "index", "lt", "le", "eq", "ne", "gt", "ge", "getitem", "setitem", "delitem", "contains",
    ):
        _forward(f"__{name.rstrip('_')}__", getattr(operator, name))
    for name in ("len", "iter", "next", "int", "float"):
        _forward(f"__{name}__", getattr(builtins, name))
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "and_", "or_", "xor"):
        function = getattr(operator, name)
        _forward(f"__r{name.rstrip('_')}__", lambda a, b, function=function: function(b, a))


_forward_all()


def proxy(object, callback=None, /):
    """Something that stands for an object as long as it is there."""
    kind = CallableProxyType if callable(object) else ProxyType
    return kind(ref(object) if callback is None else ref(object, callback))


class WeakMethod:
    """A weak reference to a bound method."""

    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        tell = None if callback is None else lambda _: callback(self)
        self._object = ref(meth.__self__) if tell is None else ref(meth.__self__, tell)
        self._function = meth.__func__
        self._kind = type(meth)

    def __call__(self):
        target = self._object()
        return None if target is None else self._kind(self._function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash((self._object, self._function))


class _WeakMapping(MutableMapping):
    """What the two weak dictionaries share."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        return NotImplemented if not hasattr(other, "keys") else self._merged(self, other)

    def __ror__(self, other):
        return NotImplemented if not hasattr(other, "keys") else self._merged(other, self)

    def __ior__(self, other):
        self.update(other)
        return self

    def _merged(self, first, second):
        result = type(self)(first)
        result.update(second)
        return result


class WeakValueDictionary(_WeakMapping):
    """A dictionary whose entries go with their values."""

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        # What the callback knows must not keep the dictionary.
        own = ref(self)

        def forget(reference):
            mapping = own()
            if mapping is not None and mapping.data.get(key) is reference:
                del mapping.data[key]

        self.data[key] = ref(value, forget)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        value = self.data[key]() if key in self.data else None
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """A dictionary whose entries go with their keys."""

    def _reference(self, key):
        own = ref(self)

        def forget(reference):
            mapping = own()
            if mapping is not None:
                mapping.data.pop(reference, None)

        return ref(key, forget)

    def __getitem__(self, key):
        reference = ref(key)
        if reference not in self.data:
            raise KeyError(key)
        return self.data[reference]

    def __setitem__(self, key, value):
        known = ref(key)
        self.data[known if known in self.data else self._reference(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def keyrefs(self):
        return list(self.data)


class finalize:
    """Calls a function when an object goes, or at the end of the program."""

    __slots__ = ("_number",)
    _registry = {}
    _count = 0

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registry:
            _at_exit()
        finalize._count += 1
        self._number = finalize._count
        number = self._number
        info = [ref(obj, lambda _: _call(number)), func, args, kwargs, True]
        finalize._registry[number] = info

    def __call__(self, _=None):
        return _call(self._number)

    def detach(self):
        info = self._registry.get(self._number)
        target = info and info[0]()
        if target is None:
            return None
        del self._registry[self._number]
        return target, info[1], info[2], info[3]

    def peek(self):
        info = self._registry.get(self._number)
        target = info and info[0]()
        return None if target is None else (target, info[1], info[2], info[3])

    @property
    def alive(self):
        return self._number in self._registry

    @property
    def atexit(self):
        return self.alive and self._registry[self._number][4]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self._number][4] = bool(value)

    def __repr__(self):
        info = self._registry.get(self._number)
        target = info and info[0]()
        if target is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(target).__name__!r} at {id(target):#x}>"


def _call(number):
    info = finalize._registry.pop(number, None)
    return info and info[1](*info[2], **info[3])


_is_registered = False


def _at_exit():
    global _is_registered
    if not _is_registered:
        import atexit

        _is_registered = True
        atexit.register(_call_all)


def _call_all():
    for number in sorted(finalize._registry, reverse=True):
        if finalize._registry.get(number, (0,) * 5)[4]:
            try:
                _call(number)
            except Exception:
                import sys

                sys.excepthook(*sys.exc_info())
