"""Enumerations.

Long because the metaclass and the classes that it makes are one mechanism.
"""

import builtins
import sys
from types import DynamicClassAttribute, MappingProxyType

# Known only at the end of this module; the metaclass asks for them while it makes them.
Enum = Flag = ReprEnum = None
_absent = object()


class nonmember:
    """Marks an attribute of an enumeration that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """Marks an attribute of an enumeration that is a member though it would not look like one."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of members; the class itself may have a member of the same name."""

    member = None
    name = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass.__dict__.get("_member_map_", {}).get(self.name)
            if found is not None:
                return found
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")


_SUNDER = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_", "_member_type_", "_boundary_",
}


class EnumDict(dict):
    """The namespace of a class body that notes members in their order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDER:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._member_names:
                    raise TypeError("_generate_next_value_ must be defined before members")
                function = value.__func__ if isinstance(value, staticmethod) else value
                super().__setitem__("_generate_next_value_function_", function)
                value = value if isinstance(value, staticmethod) else staticmethod(value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not isinstance(value, type):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, auto):
                value = self._chosen(key, value)
            elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
                value = type(value)(self._chosen(key, part) if isinstance(part, auto) else part for part in value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, one):
        if one.value is None:
            function = self.get("_generate_next_value_function_")
            one.value = function(key, 1, len(self._member_names), self._last_values[:])
        return one.value

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members=(), **more):
        pairs = members.items() if hasattr(members, "items") else members
        for key, value in [*pairs, *more.items()]:
            self[key] = value


_EnumDict = EnumDict


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(name) for name in invalid)}")
        namespace = {
            key: value for key, value in classdict.items()
            if key not in values and key != "_generate_next_value_function_" and key not in classdict._ignore
            and key != "_ignore_"
        }
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_method = metacls._find_new_(namespace, member_type, first_enum)
        own_new = None if first_enum is None else namespace.pop("__new__", None)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[], _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(bases), _flag_mask_=0,
        )
        if boundary is not None:
            namespace["_boundary_"] = boundary
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        has_init = "__init__" in _names_before_object(enum_class)
        for name, value in values.items():
            enum_class._add_member_(name, value, new_method, has_init)
        if own_new is not None:
            type.__setattr__(enum_class, "__new_member__", staticmethod(new_method))
        if first_enum is not None:
            type.__setattr__(enum_class, "__new__", staticmethod(Enum.__new__))
            _take_texts(enum_class, classdict, member_type, bases, first_enum)
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict:
                    type.__setattr__(enum_class, name, getattr(Flag, name))
        order = classdict.get("_order_")
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if wanted != enum_class._member_names_:
                raise TypeError(f"member order does not match _order_:\n  {enum_class._member_names_!r}\n  {wanted!r}")
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _add_member_(cls, name, value, new_method, has_init):
        args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
        if new_method is object.__new__:
            made = object.__new__(cls)
        else:
            made = new_method(cls, *args)
        if not hasattr(made, "_value_"):
            made._value_ = value if cls._member_type_ is object else cls._member_type_(*args)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        if has_init:
            made.__init__(*args)
        for known in cls._member_map_.values():
            if known._value_ == value:
                made = known
                break
        else:
            is_flag = Flag is not None and issubclass(cls, Flag)
            if not is_flag or value and not value & (value - 1):
                cls._member_names_.append(name)
            if is_flag:
                type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)
        for base in cls.__mro__[1:]:
            if name in base.__dict__:
                found = base.__dict__[name]
                break
        else:
            found = None
        if isinstance(found, property):
            # The attribute of members goes on working; the class finds the member through it.
            made_property = property(found.fget, found.fset, found.fdel)
            made_property.__set_name__(cls, name)
            made = made_property
        type.__setattr__(cls, name, made)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_absent, /, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is _absent:
            if names is not _absent:
                value = (value, names, *values)
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_
        except TypeError:
            return False

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        names = ["__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"]
        return sorted({*names, *cls._member_names_})

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        pairs = []
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                function = classdict.get("_generate_next_value_function_")
                value = function(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
        elif hasattr(names, "items"):
            pairs = list(names.items())
        else:
            pairs = list(names or ())
        for name, value in pairs:
            classdict[name] = value
        if module is None:
            module = sys._getframe(0).f_globals.get("__name__", "__main__")
        classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases or Enum is None:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        return base._member_type_
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    return candidate or base
                else:
                    candidate = candidate or base
        return None

    @classmethod
    def _find_data_repr_(mcls, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(mcls, namespace, member_type, first_enum):
        own = namespace.get("__new__")
        if own is not None:
            return own.__func__ if isinstance(own, staticmethod) else own
        if first_enum is not None:
            inherited = getattr(first_enum, "__new_member__", None)
            if inherited not in (None, object.__new__):
                return inherited
        if member_type is object:
            return object.__new__
        return member_type.__new__


EnumMeta = EnumType


def _names_before_object(cls):
    """The attributes that the classes before `Enum` and `object` give."""
    return {name for base in cls.__mro__ if base is not object for name in base.__dict__}


def _take_texts(enum_class, classdict, member_type, bases, first_enum):
    """A mixed-in type would bring its own `repr` and `str`; those of the enumeration go first, but for `ReprEnum`."""
    if member_type is object:
        return
    is_plain = ReprEnum is not None and ReprEnum in bases
    if is_plain:
        text = member_type.__str__
        texts = {"__str__": member_type.__repr__ if text is object.__str__ else text, "__format__": member_type.__format__}
        for name, method in texts.items():
            if name not in classdict:
                type.__setattr__(enum_class, name, method)
    for name in ("__repr__",) if is_plain else ("__repr__", "__str__", "__format__"):
        if name in classdict:
            continue
        found = getattr(enum_class, name)
        if found == getattr(member_type, name) or found == getattr(object, name):
            type.__setattr__(enum_class, name, getattr(first_enum, name))


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as exc:
            error = exc
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and error is None:
            raise wrong
        if error is None:
            error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(error, ValueError):
            error.__context__ = wrong
        raise error

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | {
            name for name in self.__dict__ if name[0] != "_"
        })

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """The base of enumerations that only change `repr`."""


class IntEnum(int, ReprEnum):
    """Enumerations whose members are integers."""


class StrEnum(str, ReprEnum):
    """Enumerations whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of values that no members make up."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    """The base of enumerations whose members can be combined."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        all_bits = 2 ** mask.bit_length() - 1
        negative = value if value < 0 else None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(mask, width)}"
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = all_bits + 1 + value if cls._boundary_ is KEEP else value & mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        names = [one._name_ for one in cls if one._value_ & value]
        rest = value
        for one in cls:
            rest &= ~one._value_
        if rest and names:
            names.append(str(rest))
        made._name_ = "|".join(names) or None
        if negative is None or made._value_ == value:
            cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (one for one in self.__class__ if one._value_ & self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {value_repr(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags whose members are integers."""


def _bits(value, width):
    sign = "1" if value < 0 else "0"
    digits = format(value & (1 << width) - 1, f"0{width}b")
    return f"0b{sign} {digits}"


def unique(enumeration):
    duplicates = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if duplicates:
        details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


CONTINUOUS, NAMED_FLAGS, UNIQUE = "continuous", "named flags", "one name per value"


class verify:
    """Checks an enumeration when it is made."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check == UNIQUE:
                duplicates = [
                    (name, one.name) for name, one in enumeration.__members__.items() if name != one.name
                ]
                if duplicates:
                    details = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check == CONTINUOUS:
                values = sorted(one.value for one in enumeration)
                missing = [value for value in range(values[0], values[-1]) if value not in values] if values else []
                if missing:
                    raise ValueError(
                        f"invalid enum {enumeration.__name__!r}: missing values {', '.join(map(str, missing))}"
                    )
        return enumeration


def global_enum_repr(self):
    return f"{self.__class__.__module__}.{self._name_}"


def global_enum(cls, update_str=False):
    cls.__repr__ = global_enum_repr
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def show_flag_values(value):
    return [1 << place for place in range(value.bit_length()) if value >> place & 1]
