"""Calls, as mocks remember them."""


LINE_LENGTH = 80


class _SentinelObject:
    """Itself and nothing else."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """An object for each attribute that is asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


class _CallList(list):
    """Calls; one is in it if one of them, or a run of them, is equal."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return any(value == each for each in self)
        n_calls = len(value)
        return any(list(self)[start : start + n_calls] == value for start in range(len(self) - n_calls + 1))

    def __repr__(self):
        line = "[" + ", ".join(map(repr, self)) + "]"
        return line if len(line) <= LINE_LENGTH else "[" + ",\n ".join(map(repr, self)) + "]"


class _Call(tuple):
    """A call: name, arguments, keyword arguments; without the name where there can be but one."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            else:
                kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        name, args, kwargs = self._parts()
        other_name, other_args, other_kwargs = _Call(other)._parts() if not isinstance(other, _Call) else other._parts()
        if name and other_name and name != other_name:
            return False
        if len(self) == 3 and len(other) == 3 and name != other_name:
            return False
        # Those that were asked for stand left, so that `ANY` decides.
        return (other_args, other_kwargs) == (args, kwargs)

    __hash__ = None

    def __ne__(self, other):
        return not self == other

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        name = f"{self._mock_name}()"
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, name):
        if name.startswith("_mock_"):
            raise AttributeError(name)
        return _Call(name=name if self._mock_name is None else f"{self._mock_name}.{name}", parent=self,
                     from_kall=False)

    def __getitem__(self, key):
        return tuple.__getitem__(self, key)

    @property
    def args(self):
        """The arguments by position."""
        return self._parts()[1]

    @property
    def kwargs(self):
        """The arguments by name."""
        return self._parts()[2]

    def __repr__(self):
        if not self._mock_from_kall:
            return f"call.{self._mock_name}"
        name, args, kwargs = self._parts()
        shown = ", ".join([*map(repr, args), *(f"{key}={value!r}" for key, value in kwargs.items())])
        if not name:
            return f"call({shown})"
        return f"call{'' if name.startswith('()') else '.'}{name}({shown})"


call = _Call(from_kall=False)
