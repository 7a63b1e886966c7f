"""Classes made of their annotations."""

import types
from copy import deepcopy as _deepcopy


class FrozenInstanceError(AttributeError):
    pass


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    def __repr__(self):
        return f"<dataclasses._MISSING_TYPE object at {id(self):#x}>"


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_EMPTY = types.MappingProxyType({})
_FIELD, _CLASS_VAR, _INIT_VAR = _Marker("_FIELD"), _Marker("_FIELD_CLASSVAR"), _Marker("_FIELD_INITVAR")
_FACTORY = _Marker("<factory>")


class InitVar:
    """A parameter of `__init__` that is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field of a dataclass."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
                 "doc", "_field_type")
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __set_name__(self, owner, name):
        function = getattr(type(self.default), "__set_name__", None)
        if function:
            function(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1].strip() == "ClassVar"
    return repr(annotation).startswith("typing.ClassVar")


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1].strip() == "InitVar"
    return annotation is InitVar or type(annotation) is InitVar


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation):
        made._field_type = _CLASS_VAR
    elif _is_init_var(annotation):
        made._field_type = _INIT_VAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is not _CLASS_VAR:
        if made.kw_only is MISSING:
            made.kw_only = default_kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory"
        )
    return made


def _make_function(name, parameters, body, cls, namespace, annotations=None):
    """A method from source, so that its signature and its errors are those of a written one."""
    lines = "\n".join(f"  {line}" for line in body)
    made = dict(namespace)
    exec(f"def {name}({', '.join(parameters)}):\n{lines or '  pass'}\n", made)
    function = made[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    if annotations is not None:
        function.__annotations__ = annotations
    return function


def _init_function(cls, fields, frozen, has_post_init, self_name):
    seen_default = None
    for one in fields:
        if not one.init or one.kw_only:
            continue
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = one
        elif seen_default:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {seen_default.name!r}")
    namespace = {"__dataclass_object_setattr__": object.__setattr__, "__dataclass_FACTORY__": _FACTORY}
    positional, keyword, body = [self_name], [], []
    annotations = {}
    for one in fields:
        default_name = f"__dataclass_dflt_{one.name}__"
        if one.default is not MISSING:
            namespace[default_name] = one.default
        elif one.default_factory is not MISSING:
            namespace[default_name] = one.default_factory
        if one.init:
            if one.default is not MISSING:
                text = f"{one.name}={default_name}"
            elif one.default_factory is not MISSING:
                text = f"{one.name}=__dataclass_FACTORY__"
            else:
                text = one.name
            (keyword if one.kw_only else positional).append(text)
            annotations[one.name] = one.type.type if isinstance(one.type, InitVar) else one.type
        if one.default_factory is not MISSING:
            value = f"{default_name}()"
            if one.init:
                value = f"{value} if {one.name} is __dataclass_FACTORY__ else {one.name}"
        elif one.init:
            value = one.name
        elif one.default is not MISSING and "__slots__" in cls.__dict__:
            value = default_name
        else:
            continue
        if one._field_type is _INIT_VAR:
            continue
        if frozen:
            body.append(f"__dataclass_object_setattr__({self_name}, {one.name!r}, {value})")
        else:
            body.append(f"{self_name}.{one.name} = {value}")
    if has_post_init:
        names = ", ".join(one.name for one in fields if one._field_type is _INIT_VAR)
        body.append(f"{self_name}.__post_init__({names})")
    annotations["return"] = None
    parameters = positional + (["*"] + keyword if keyword else [])
    return _make_function("__init__", parameters, body, cls, namespace, annotations)


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _repr_function(cls, fields):
    shown = [one.name for one in fields if one.repr]
    running = set()

    def __repr__(self):
        if id(self) in running:
            return "..."
        running.add(id(self))
        try:
            parts = [f"{name}={getattr(self, name)!r}" for name in shown]
            return f"{self.__class__.__qualname__}({', '.join(parts)})"
        finally:
            running.discard(id(self))

    __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    return __repr__


def _eq_function(cls, fields):
    names = [one.name for one in fields if one.compare]
    body = ["if self is other:", " return True", "if other.__class__ is self.__class__:"]
    terms = " and ".join(f"self.{name}==other.{name}" for name in names) or "True"
    body += [f" return {terms}", "return NotImplemented"]
    return _make_function("__eq__", ["self", "other"], body, cls, {})


def _order_function(cls, fields, name, operator):
    names = [one.name for one in fields if one.compare]

    def values(who):
        return "(" + "".join(f"{who}.{name}," for name in names) + ")"

    body = [
        "if other.__class__ is self.__class__:",
        f" return {values('self')}{operator}{values('other')}",
        "return NotImplemented",
    ]
    return _make_function(name, ["self", "other"], body, cls, {})


def _freeze(cls, fields):
    names = frozenset(one.name for one in fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _set_hash(cls, fields, unsafe_hash, eq, frozen):
    own = cls.__dict__.get("__hash__", MISSING)
    has_explicit = not (own is MISSING or (own is None and "__eq__" in cls.__dict__))
    names = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]

    def add():
        values = "(" + "".join(f"self.{name}," for name in names) + ")"
        cls.__hash__ = _make_function("__hash__", ["self"], [f"return hash({values})"], cls, {})

    if unsafe_hash:
        if has_explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        add()
    elif eq and not has_explicit:
        if frozen:
            add()
        else:
            cls.__hash__ = None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen_base = has_dataclass_base = all_frozen = False
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get("__dataclass_fields__")
        if base_fields is not None:
            has_dataclass_base = True
            fields.update(base_fields)
            frozen_bases.append(base.__dataclass_params__.frozen)
    any_frozen_base = any(frozen_bases)
    all_frozen = bool(frozen_bases) and all(frozen_bases)
    annotations = _own_annotations(cls)
    own_fields = []
    is_kw_only = kw_only
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or annotation in ("KW_ONLY", "dataclasses.KW_ONLY"):
            is_kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, is_kw_only))
    for one in own_fields:
        fields[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_base:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    parameters = [one for one in fields.values() if one._field_type in (_FIELD, _INIT_VAR)]
    real = [one for one in parameters if one._field_type is _FIELD]
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        has_post_init = hasattr(cls, "__post_init__")
        _set_new(cls, "__init__", _init_function(cls, parameters, frozen, has_post_init, self_name))
    _set_new(cls, "__replace__", _replace)
    if repr:
        _set_new(cls, "__repr__", _repr_function(cls, real))
    had_eq = "__eq__" in cls.__dict__
    _set_hash(cls, real, unsafe_hash, eq, frozen)
    if eq and not had_eq:
        kept = cls.__dict__.get("__hash__")
        cls.__eq__ = _eq_function(cls, real)
        cls.__hash__ = kept
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, operator in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")]:
            if _set_new(cls, name, _order_function(cls, real, name, operator)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                )
    if frozen:
        _freeze(cls, real)
    if cls.__doc__ is None:
        cls.__doc__ = _signature_text(cls, parameters)
    if match_args:
        names = tuple(one.name for one in parameters if one.init and not one.kw_only)
        _set_new(cls, "__match_args__", names)
    return _with_slots(cls, real, frozen, weakref_slot) if slots else cls


def _own_annotations(cls):
    return dict(cls.__annotations__)


def _signature_text(cls, fields):
    def shown(annotation):
        return annotation.__name__ if isinstance(annotation, type) else str(annotation).removeprefix("typing.")

    parts = []
    for one in fields:
        if one.init:
            text = f"{one.name}: {shown(one.type)}"
            if one.default is not MISSING:
                text += f" = {one.default!r}"
            elif one.default_factory is not MISSING:
                text += " = <factory>"
            parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


def _with_slots(cls, fields, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    namespace["__slots__"] = tuple(one.name for one in fields if one.name not in inherited)
    if weakref_slot:
        namespace["__slots__"] += ("__weakref__",)
    for one in fields:
        namespace.pop(one.name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace["__qualname__"] = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    for value in made.__dict__.values():
        _point_to(value, cls, made)
    return made


def _point_to(value, old, new):
    """Makes the `__class__` cells of methods point to the class that takes the old one's place."""
    function = getattr(value, "__func__", None) or getattr(value, "fget", None) or value
    for cell in getattr(function, "__closure__", None) or ():
        try:
            if cell.cell_contents is old:
                cell.cell_contents = new
        except ValueError:
            pass


class _Params:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot"
    )

    def __init__(self, *values):
        for name, value in zip(_Params.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in _Params.__slots__)})"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(one for one in found.values() if one._field_type is _FIELD)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(obj, make):
    if _is_instance(obj):
        return make([(one.name, _as_dict(getattr(obj, one.name), make)) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_as_dict(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_as_dict(value, make) for value in obj)
    if isinstance(obj, dict):
        return type(obj)((_as_dict(key, make), _as_dict(value, make)) for key, value in obj.items())
    return _deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, make):
    if _is_instance(obj):
        return make([_as_tuple(getattr(obj, one.name), make) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_as_tuple(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_as_tuple(value, make) for value in obj)
    if isinstance(obj, dict):
        return type(obj)((_as_tuple(key, make), _as_tuple(value, make)) for key, value in obj.items())
    return _deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        else:
            name, kind, namespace[item[0]] = item
        if not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    namespace["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, **options)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for one in self.__dataclass_fields__.values():
        if one._field_type is _CLASS_VAR:
            continue
        if not one.init:
            if one.name in changes:
                raise TypeError(
                    f"field {one.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if one.name not in changes:
            if one._field_type is _INIT_VAR and one.default is MISSING:
                raise TypeError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(self, one.name)
    return self.__class__(**changes)
