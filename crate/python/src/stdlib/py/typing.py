"""Names for annotations. Everything can be subscripted; nothing is checked.

Long because it is many small names, which a program finds in one module.
"""

import collections
import collections.abc as _abc
import contextlib as _contextlib
import types
from abc import ABCMeta
from types import GenericAlias

TYPE_CHECKING = False
Union = type(int | str)


def _shown(value):
    """A type as `repr` shows it inside brackets."""
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        module = value.__module__
        return value.__qualname__ if module == "builtins" else f"{module}.{value.__qualname__}"
    if value is ...:
        return "..."
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, types.FunctionType):
        return value.__name__
    return repr(value)


def _type(value):
    if value is None:
        return type(None)
    return ForwardRef(value) if isinstance(value, str) else value


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            found.append(arg)
        elif isinstance(arg, (list, tuple)):
            found.extend(_parameters(arg))
        else:
            found.extend(getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ())
    return tuple(dict.fromkeys(found))


class _Base:
    """What all names of this module have."""

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


def _union(*values):
    return Union[tuple(_type(value) for value in values)]


class ForwardRef(_Base):
    """A type that is given by its name."""

    def __init__(self, arg, **options):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


class _Special(_Base):
    """A name such as `Any` or `Optional`."""

    def __init__(self, name, make=None):
        self._name = name
        self._make = make
        self.__name__ = self.__qualname__ = name

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._make(self, args)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, instance):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")


class _Alias(_Base):
    """A subscripted name of this module, or a name that stands for a class of another."""

    def __init__(self, origin, args=None, name=None):
        self.__origin__ = origin
        self.__args__ = args or ()
        self.__parameters__ = _parameters(self.__args__)
        self._name = name
        self._is_bare = args is None

    def __repr__(self):
        text = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        if self._is_bare:
            return text
        if self._name == "Callable":
            parameters, result = self.__args__[:-1], self.__args__[-1]
            inner = "..." if parameters == (...,) else f"[{', '.join(map(_shown, parameters))}]"
            return f"{text}[{inner}, {_shown(result)}]"
        return f"{text}[{', '.join(_shown(arg) for arg in self.__args__) or '()'}]"

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name == "Callable" and self._is_bare:
            parameters, result = args
            args = (*parameters, result) if isinstance(parameters, list) else (parameters, result)
        if not self._is_bare:
            if not self.__parameters__:
                raise TypeError(f"{self!r} is not a generic class")
            args = _substitute(self.__args__, dict(zip(self.__parameters__, args)))
        return _Alias(self.__origin__, tuple(_type(arg) for arg in args), self._name)

    def __call__(self, *args, **kwargs):
        if self._name and self.__origin__.__module__ == "collections.abc":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            if name in ("__name__", "__qualname__") and self._name:
                return self._name
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            is_covered = any(isinstance(base, _Alias) and base is not self and base._makes_generic() for base in bases)
            return () if is_covered else (Generic,)
        result = [self.__origin__]
        after = bases[bases.index(self) + 1:]
        if self.__parameters__ and self._name and not any(
            base is Generic or isinstance(base, _Alias) or isinstance(base, type) and issubclass(base, Generic)
            for base in after
        ):
            result.append(Generic)
        return tuple(result)

    def _makes_generic(self):
        return isinstance(self.__origin__, type) and issubclass(self.__origin__, Generic) and self.__origin__ is not Generic

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, instance):
        if self._is_bare:
            return isinstance(instance, self.__origin__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self._is_bare:
            return issubclass(cls, self.__origin__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _substitute(args, values):
    result = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)) and arg in values:
            result.append(values[arg])
        elif getattr(arg, "__parameters__", ()) and not isinstance(arg, type):
            result.append(arg[tuple(values.get(one, one) for one in arg.__parameters__)])
        else:
            result.append(arg)
    return tuple(result)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _alias_of(special, args):
    args = args if isinstance(args, tuple) else (args,)
    return _Alias(special, tuple(_type(arg) for arg in args), special._name)


def _literal(special, args):
    return _LiteralAlias(special, args if isinstance(args, tuple) else (args,), special._name)


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __getattr__(self, name):
        return getattr(self.__origin__, name)


NoReturn, Never, LiteralString, Self = (_Special(name) for name in ("NoReturn", "Never", "LiteralString", "Self"))
TypeAlias = _Special("TypeAlias")
ClassVar, Final, Required, NotRequired, ReadOnly, Unpack, Concatenate, TypeGuard, TypeIs = (
    _Special(name, _alias_of)
    for name in (
        "ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "Unpack", "Concatenate", "TypeGuard", "TypeIs"
    )
)
Optional = _Special("Optional", lambda special, arg: _union(arg, None))
Literal = _Special("Literal", _literal)
Annotated = _Special("Annotated", lambda special, args: _AnnotatedAlias(args[0], args[1:]))

_ALIASES = {
    "List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Type": type,
    "DefaultDict": collections.defaultdict, "OrderedDict": collections.OrderedDict, "Counter": collections.Counter,
    "ChainMap": collections.ChainMap, "Deque": collections.deque,
    "ContextManager": _contextlib.AbstractContextManager,
    "AsyncContextManager": _contextlib.AbstractAsyncContextManager,
    "AbstractSet": _abc.Set,
}
List, Dict, Set, FrozenSet, Tuple, Type = (
    _Alias(_ALIASES[name], None, name) for name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type")
)
DefaultDict, OrderedDict, Counter, ChainMap, Deque, ContextManager, AsyncContextManager, AbstractSet = (
    _Alias(_ALIASES[name], None, name)
    for name in (
        "DefaultDict", "OrderedDict", "Counter", "ChainMap", "Deque", "ContextManager", "AsyncContextManager",
        "AbstractSet",
    )
)
(
    Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Iterable, Iterator, Generator, Reversible,
    Container, Collection, Callable, Mapping, MutableMapping, MutableSet, Sequence, MutableSequence, KeysView, ItemsView,
    ValuesView, MappingView, ByteString,
) = (
    _Alias(getattr(_abc, name), None, name)
    for name in (
        "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Iterable", "Iterator", "Generator",
        "Reversible", "Container", "Collection", "Callable", "Mapping", "MutableMapping", "MutableSet", "Sequence",
        "MutableSequence", "KeysView", "ItemsView", "ValuesView", "MappingView", "ByteString",
    )
)
Hashable, Sized = _abc.Hashable, _abc.Sized
Text = str


class _Variable(_Base):
    """What type variables of all kinds have."""

    def __init__(self, name, *, default=None, **options):
        self.__name__ = name
        self.__default__ = default

    def __repr__(self):
        sign = "+" if getattr(self, "__covariant__", False) else "-" if getattr(self, "__contravariant__", False) else "~"
        return self.__name__ if getattr(self, "__infer_variance__", False) else f"{sign}{self.__name__}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def has_default(self):
        return self.__default__ is not None


class TypeVar(_Variable):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        super().__init__(name, default=default)
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance


class ParamSpec(_Variable):
    """A variable for the parameters of a function."""

    @property
    def args(self):
        return _ParameterPart(self, "args")

    @property
    def kwargs(self):
        return _ParameterPart(self, "kwargs")


class _ParameterPart(_Base):
    def __init__(self, origin, part):
        self.__origin__ = origin
        self._part = part

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)


class _LazyTypeVar(TypeVar):
    """A type variable of a definition's own parameters: its bound is not evaluated before somebody asks."""

    def __init__(self, name, evaluate):
        self.__name__ = name
        self._evaluate = evaluate
        self.__covariant__ = self.__contravariant__ = False
        self.__infer_variance__ = True
        self.__default__ = None

    def _limit(self):
        return None if self._evaluate is None else self._evaluate(1)

    @property
    def __bound__(self):
        limit = self._limit()
        return None if isinstance(limit, tuple) else limit

    @property
    def __constraints__(self):
        limit = self._limit()
        return limit if isinstance(limit, tuple) else ()


_LazyTypeVar.__name__ = _LazyTypeVar.__qualname__ = "TypeVar"


def _with_default(made, evaluate):
    if evaluate is not None:
        made.__default__ = evaluate(1)
    made.__infer_variance__ = True
    return made


# What the machine calls for type parameters and `type` statements: functions that evaluate, or `None`.


def _lazy_type_var(name, limit, default):
    return _with_default(_LazyTypeVar(name, limit), default)


def _lazy_type_var_tuple(name, limit, default):
    return _with_default(TypeVarTuple(name), default)


def _lazy_param_spec(name, limit, default):
    return _with_default(ParamSpec(name), default)


def _lazy_alias(name, evaluate, parameters):
    made = TypeAliasType(name, None, type_params=parameters or ())
    made._evaluate = evaluate
    return made


class Generic:
    """The base of generic classes."""

    __slots__ = ()

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        return _Alias(cls, tuple(_type(arg) for arg in args))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        parameters = []
        for base in cls.__dict__.get("__orig_bases__", ()):
            parameters.extend(getattr(base, "__parameters__", ()))
        cls.__parameters__ = tuple(dict.fromkeys(parameters)) or cls.__dict__.get("__type_params__", ())


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(other)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__subclasscheck__(other):
            return True
        return all(any(name in base.__dict__ for base in other.__mro__) for name in cls.__protocol_attrs__)


_NOT_OF_PROTOCOL = {
    "__abstractmethods__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__dict__",
    "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__parameters__", "__orig_bases__", "__firstlineno__", "__static_attributes__", "_abc_impl", "_is_protocol",
    "_is_runtime_protocol", "__protocol_attrs__", "__type_params__", "__init_subclass__",
}


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            names = set()
            for base in cls.__mro__[:-1]:
                if base.__dict__.get("_is_protocol", base is cls) and base.__module__ != "typing":
                    names.update(base.__dict__)
                    names.update(getattr(base, "__annotations__", {}))
            cls.__protocol_attrs__ = names - _NOT_OF_PROTOCOL
            if "__init__" not in cls.__dict__:
                cls.__init__ = _no_init
        elif cls.__init__ is _no_init:
            for base in cls.__mro__[1:]:
                found = base.__dict__.get("__init__")
                if found is not None and found is not _no_init:
                    cls.__init__ = found
                    break


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


class SupportsInt(Protocol):
    def __int__(self): ...


class SupportsFloat(Protocol):
    def __float__(self): ...


class SupportsIndex(Protocol):
    def __index__(self): ...


class SupportsAbs(Protocol):
    def __abs__(self): ...


class SupportsRound(Protocol):
    def __round__(self, ndigits=0): ...


for _kind in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs, SupportsRound):
    runtime_checkable(_kind)
    _kind.__protocol_attrs__ = {name for name in _kind.__dict__ if name[:2] == "__"} - _NOT_OF_PROTOCOL
del _kind


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        annotations = _annotations_of(ns)
        defaults = [name for name in annotations if name in ns]
        for name in annotations:
            if name not in ns and defaults and list(annotations).index(name) > list(annotations).index(defaults[0]):
                raise TypeError(f"non-default namedtuple field {name} cannot follow default field {defaults[0]}")
        made = _named_tuple(typename, annotations, [ns[name] for name in defaults], ns["__module__"])
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in annotations and key not in ("__module__", "__qualname__", "__classcell__", "__annotations__"):
                setattr(made, key, value)
        made.__qualname__ = ns.get("__qualname__", typename)
        if "__classcell__" in ns:
            ns["__classcell__"].cell_contents = made
        return made


def _annotations_of(ns):
    if "__annotations__" in ns:
        return dict(ns["__annotations__"])
    annotate = ns.get("__annotate_func__") or ns.get("__annotate__")
    return dict(annotate(1)) if annotate else {}


def _named_tuple(name, annotations, defaults, module):
    made = collections.namedtuple(name, list(annotations), defaults=defaults or None, module=module)
    made.__annotations__ = {key: _type(value) for key, value in annotations.items()}
    made.__new__.__annotations__ = made.__annotations__
    return made


class _NamedTuple:
    """`NamedTuple`: a base in class statements, a function elsewhere."""

    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=(), /, **options):
        return _named_tuple(typename, dict(fields), (), _caller_module())

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple>"


def _caller_module():
    import sys

    return sys._getframe(0).f_globals.get("__name__", "__main__")


NamedTuple = _NamedTuple()
_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=None):
        made = type.__new__(_TypedDictMeta, name, (dict,), {
            key: value for key, value in ns.items() if key != "__classcell__"
        })
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", set())
            optional |= getattr(base, "__optional_keys__", set())
        for key, value in _annotations_of(ns).items():
            annotations[key] = value
            marked = getattr(value, "_name", None)
            is_required = marked == "Required" or total and marked != "NotRequired"
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        made.__orig_bases__ = ns.get("__orig_bases__", bases)
        return made

    def __init__(cls, *args, **options):
        pass

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDict:
    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields=(), /, *, total=True, **options):
        ns = {"__annotations__": dict(fields), "__module__": _caller_module()}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDict()
_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})


class NewType(_Base):
    """A name for a type that checkers hold apart from it."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `X = NewType('X', {self.__name__})`")


class TypeAliasType(_Base):
    """What a `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self._evaluate = None
        self.__type_params__ = self.__parameters__ = tuple(type_params)

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate(1)
            self._evaluate = None
        return self._value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        return _Alias(self, args if isinstance(args, tuple) else (args,))


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    function = getattr(func, "__func__", func)
    _overloads.setdefault((function.__module__, function.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    function = getattr(func, "__func__", func)
    return list(_overloads.get((function.__module__, function.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _mark(name):
    def decorator(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return decorator


final = _mark("__final__")
override = _mark("__override__")
no_type_check = _mark("__no_type_check__")


def dataclass_transform(**options):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = options
        return cls_or_fn

    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, Union):
        return Union
    if isinstance(tp, (_Alias, GenericAlias, _ParameterPart)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _Alias) and tp._name == "Callable" and tp.__args__:
        *parameters, result = tp.__args__
        return (..., result) if parameters == [...] else (list(parameters), result)
    return tp.__args__ if isinstance(tp, (_Alias, GenericAlias, Union)) else ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    sources = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for source in sources:
        names = globalns
        if names is None:
            import sys

            module = sys.modules.get(getattr(source, "__module__", None))
            names = getattr(source, "__globals__", None) or getattr(module, "__dict__", {})
        for name, value in (getattr(source, "__annotations__", None) or {}).items():
            if isinstance(value, ForwardRef):
                value = value.__forward_arg__
            if isinstance(value, str):
                value = eval(value, names, localns)
            if isinstance(value, _AnnotatedAlias) and not include_extras:
                value = value.__origin__
            hints[name] = type(None) if value is None else value
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


class IO(Generic[AnyStr]):
    """Files."""


class TextIO(IO[str]):
    """Text files."""


class BinaryIO(IO[bytes]):
    """Binary files."""
