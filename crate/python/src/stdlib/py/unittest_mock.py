"""Objects that take the place of others and remember what was done with them.

Long because each kind of mock is made by the one before it; calls and patches have files of their own.
"""

import inspect
import io
import types

from unittest._mock_calls import ANY, DEFAULT, _Call, _CallList, call, sentinel
from unittest._mock_patch import patch

__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
    "ThreadingMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
)

FILTER_DIR = True
_missing = sentinel.MISSING


class InvalidSpecError(Exception):
    """A mock was given as the specification of another."""


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_async(value):
    return inspect.iscoroutinefunction(value) or isinstance(value, AsyncMock)


class NonCallableMock:
    """A mock that can't be called. Attributes are mocks, made when they are first asked for."""

    def __new__(cls, *args, **kwargs):
        # A class for each mock, so that special methods can be set on it.
        bases = (cls,)
        spec = args[0] if args else kwargs.get("spec") or kwargs.get("spec_set")
        if not issubclass(cls, AsyncMock) and _is_async(spec) and not isinstance(spec, NonCallableMock):
            bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name="",
                 _new_parent=None, unsafe=False, **kwargs):
        own = self.__dict__
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = name or _new_name
        own["_mock_new_parent"] = _new_parent if _new_parent is not None else parent
        own["_mock_sealed"] = False
        own["_mock_children"] = {}
        own["_mock_wraps"] = wraps
        own["_mock_unsafe"] = unsafe
        own["_mock_return_value"] = kwargs.pop("return_value", DEFAULT)
        own["_mock_side_effect"] = None
        own["_mock_delegate"] = None
        self._take_spec(spec if spec_set is None else spec_set, spec_set is not None)
        self.reset_mock()
        side_effect = kwargs.pop("side_effect", None)
        if side_effect is not None:
            self.side_effect = side_effect
        self.configure_mock(**kwargs)

    def _take_spec(self, spec, is_set):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        own = self.__dict__
        own["_spec_class"] = None
        own["_mock_methods"] = None
        own["_spec_set"] = is_set
        own["_spec_asyncs"] = []
        if spec is None:
            return
        if isinstance(spec, (list, tuple)):
            own["_mock_methods"] = list(spec)
            return
        own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        own["_mock_methods"] = dir(spec)
        # Looked up in the classes: a property must not run.
        bases = reversed(own["_spec_class"].__mro__)
        methods = {name: value for base in bases for name, value in vars(base).items()}
        own["_spec_asyncs"] = [name for name, value in methods.items() if inspect.iscoroutinefunction(value)]

    def mock_add_spec(self, spec, spec_set=False):
        """Gives the mock a specification: only its attributes can be asked for."""
        self._take_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Makes another mock an attribute, its calls seen here too."""
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; names may have dots."""
        for name, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = visited or []
        if id(self) in visited:
            return
        visited.append(id(self))
        own = self.__dict__
        own.update(called=False, call_count=0, call_args=None)
        for name in ("call_args_list", "mock_calls", "method_calls"):
            own[name] = _CallList()
        if return_value:
            own["_mock_return_value"] = DEFAULT
        if side_effect:
            own["_mock_side_effect"] = None
        for child in (*own["_mock_children"].values(), own["_mock_return_value"]):
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    @property
    def return_value(self):
        """What a call returns."""
        if self._mock_return_value is DEFAULT and self._mock_wraps is None:
            self.__dict__["_mock_return_value"] = self._get_child_mock(_new_parent=self, _new_name="()")
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        self._adopt(value, None, "()")

    @property
    def side_effect(self):
        """What a call does: an exception to raise, a function to call, or results one after the other."""
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        is_plain = value is None or callable(value) or _is_exception(value)
        self.__dict__["_mock_side_effect"] = value if is_plain else iter(value)

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_children", "_spec_class", "_mock_unsafe"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in ("__call__",) and not isinstance(self, CallableMixin):
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not self._mock_unsafe and name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(
                f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute."
            )
        child = self._mock_children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect"):
            return object.__setattr__(self, name, value)
        if own.get("_spec_set") and own["_mock_methods"] is not None and name not in own["_mock_methods"]:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name.startswith("__") and name.endswith("__") and name not in ("__dict__", "__class__"):
            self._set_special(name, value)
            return
        if self._mock_sealed and name not in own and name not in self._mock_children:
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}; mock is sealed.")
        if self._adopt(value, name, name):
            self._mock_children[name] = value
            own.pop(name, None)
            return
        object.__setattr__(self, name, value)

    def _set_special(self, name, value):
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if isinstance(value, NonCallableMock):
            self._adopt(value, name, name)
            self._mock_children[name] = value
            setattr(type(self), name, _Special(value))
        else:
            setattr(type(self), name, lambda this, *args, **kwargs: value(this, *args, **kwargs))

    def __delattr__(self, name):
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name, _missing) is _missing and name in self._mock_children:
            raise AttributeError(name)
        self._mock_children[name] = _missing

    def _adopt(self, value, name, new_name):
        """Makes a mock that has no parent a child; says whether it is a mock."""
        if not isinstance(value, NonCallableMock) or "_mock_new_parent" not in value.__dict__:
            return False
        own = value.__dict__
        if own["_mock_new_parent"] is None and not own["_mock_name"] and value is not self:
            own["_mock_new_parent"], own["_mock_new_name"] = self, new_name
            if name is not None:
                own["_mock_parent"], own["_mock_name"] = self, name
        return True

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            name = kwargs.get("name") or "()"
            raise AttributeError(f"{self._extract_mock_name()}.{name}")
        name = kwargs.get("_new_name")
        if name in self._spec_asyncs:
            return AsyncMock(**kwargs)
        kind = _kind_of(type(self))
        if issubclass(kind, AsyncMock):
            # What a coroutine function returns is no coroutine function again.
            kind = AsyncMock if name != "()" else MagicMock
        elif not issubclass(kind, CallableMixin):
            kind = MagicMock if issubclass(kind, NonCallableMagicMock) else Mock
        return kind(**kwargs)

    def _extract_mock_name(self):
        mock = self
        parts = []
        while mock is not None:
            parts.append(mock._mock_new_name or "mock")
            mock = mock._mock_new_parent
        text = parts.pop()
        while parts:
            part = parts.pop()
            text += part if part == "()" else f".{part}"
        return text

    def __repr__(self):
        name = self._extract_mock_name()
        shown = f" name={name!r}" if name != "mock" else ""
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        names = set(self._mock_methods or dir(type(self)))
        names.update(name for name in self.__dict__ if not name.startswith("_"))
        names.update(name for name, child in self._mock_children.items() if child is not _missing)
        return sorted(names)

    # What was done with it.

    def _shown(self, made):
        return f"{self._mock_name or 'mock'}{made!r}".replace("call(", "(", 1)

    def assert_not_called(self):
        """It was not called."""
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to not have been called. Called {self.call_count} times."
                f"{self._calls_text()}"
            )

    def assert_called(self):
        """It was called."""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        """It was called once."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to have been called once. Called {self.call_count} times."
                f"{self._calls_text()}"
            )

    def assert_called_with(self, /, *args, **kwargs):
        """Its last call had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._shown(expected)}\n  Actual: not called."
            )
        if self.call_args != expected:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._shown(expected)}\n  Actual: {self._shown(self.call_args)}"
            )

    def assert_called_once_with(self, /, *args, **kwargs):
        """It was called once, with these arguments."""
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._mock_name or 'mock'}' to be called once. Called {self.call_count} times."
                f"{self._calls_text()}"
            )
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """One of its calls had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if expected not in self.call_args_list:
            raise AssertionError(f"{self._shown(expected)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        """These calls were made, in this order."""
        made = list(self.mock_calls)
        if not any_order:
            if list(calls) not in [made[start : start + len(calls)] for start in range(len(made) + 1)]:
                raise AssertionError(
                    f"Calls not found.\nExpected: {_CallList(calls)}\n  Actual: {self.mock_calls}"
                )
            return
        missing = []
        for each in calls:
            try:
                made.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in call list")

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls else ""


def _kind_of(kind):
    """The class that a program would name, of a class that was made for one mock."""
    for base in kind.__mro__[1:]:
        if base.__module__ != __name__ or base.__name__ == kind.__name__ and base is not AsyncMockMixin:
            return base
    return kind


class _Special:
    """A mock as a special method."""

    def __init__(self, mock):
        self.mock = mock

    def __get__(self, instance, owner=None):
        return self.mock


class CallableMixin:
    """Calls are remembered, here and by all parents."""

    def __call__(self, /, *args, **kwargs):
        self._mock_note_call(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_note_call(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        own["call_args"] = _Call((args, kwargs), two=True)
        self.call_args_list.append(own["call_args"])
        self.mock_calls.append(_Call(("", args, kwargs)))
        name, is_method = self._mock_new_name or "", bool(self._mock_name)
        path, parent, child = name, self._mock_new_parent, self
        while parent is not None:
            parent.mock_calls.append(_Call((path, args, kwargs)))
            if is_method and child._mock_parent is parent and "()" not in path:
                parent.method_calls.append(_Call((path, args, kwargs)))
            name = parent._mock_new_name or ""
            separator = "" if path.startswith("()") else "."
            child, parent, path = parent, parent._mock_new_parent, f"{name}{separator}{path}" if name else path

    def _mock_answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_exception(result):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called."""


_NUMBERS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1,
}
_MADE = (
    "__enter__", "__getitem__", "__setitem__", "__delitem__", "__add__", "__sub__", "__mul__", "__truediv__",
    "__floordiv__", "__mod__", "__pow__", "__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__neg__",
    "__pos__", "__invert__", "__iadd__", "__isub__", "__imul__",
)


class _MagicDefault:
    """Makes the mock of a special method when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        mock = instance._mock_children.get(self.name)
        if mock is None:
            mock = self._make(instance)
            instance._mock_children[self.name] = mock
        return mock

    def _make(self, instance):
        name = self.name
        kind = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
        mock = kind(name=name, parent=instance, _new_name=name, _new_parent=instance)
        if name in _NUMBERS:
            mock.return_value = _NUMBERS[name]
        elif name == "__iter__":
            mock.side_effect = lambda: iter(mock._mock_return_value if mock._mock_return_value is not DEFAULT else [])
        elif name == "__aiter__":
            mock.side_effect = lambda: _iterate(
                mock._mock_return_value if mock._mock_return_value is not DEFAULT else []
            )
        elif name == "__aexit__":
            mock.return_value = False
        return mock


async def _iterate(items):
    for item in items:
        yield item


class MagicMixin:
    """Special methods are mocks too."""

    for _name in (*_NUMBERS, *_MADE, "__iter__", "__aiter__", "__aenter__", "__aexit__"):
        locals()[_name] = _MagicDefault(_name)
    del _name

    def __str__(self):
        mock = self._mock_children.get("__str__")
        return mock() if mock is not None else object.__str__(self)

    def __hash__(self):
        return object.__hash__(self)

    def __eq__(self, other):
        return self is other


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""


class AsyncMockMixin:
    """A call returns a coroutine; that it was awaited is remembered."""

    def reset_mock(self, visited=None, **kwargs):
        super().reset_mock(visited, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._mock_note_call(args, kwargs)
        return self._mock_awaited(args, kwargs)

    async def _mock_awaited(self, args, kwargs):
        made = _Call((args, kwargs), two=True)
        own = self.__dict__
        own["await_count"] += 1
        own["await_args"] = made
        own["await_args_list"].append(made)
        effect = self._mock_side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if _is_exception(result):
                raise result
            return result
        result = self._mock_answer(args, kwargs)
        is_function = effect is not None and inspect.iscoroutinefunction(effect)
        if is_function or self._mock_wraps is not None and inspect.iscoroutinefunction(self._mock_wraps):
            return await result
        return result

    def _await_text(self):
        return f"Awaited {self.await_count} times."

    def assert_awaited(self):
        """It was awaited."""
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """It was awaited once."""
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to have been awaited once. {self._await_text()}"
            )

    def assert_awaited_with(self, /, *args, **kwargs):
        """Its last await had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._shown(expected)}\nNot awaited")
        if self.await_args != expected:
            raise AssertionError(
                f"expected await not found.\nExpected: {self._shown(expected)}\n"
                f"  Actual: {self._shown(self.await_args)}"
            )

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """It was awaited once, with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """One of its awaits had these arguments."""
        expected = _Call((args, kwargs), two=True)
        if expected not in self.await_args_list:
            raise AssertionError(f"{self._shown(expected)} await not found")

    def assert_not_awaited(self):
        """It was not awaited."""
        if self.await_count:
            raise AssertionError(
                f"Expected {self._mock_name or 'mock'} to not have been awaited. {self._await_text()}"
            )


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock of a coroutine function."""


class ThreadingMock(MagicMock):
    """A mock whose calls can be waited for, from other threads."""


class PropertyMock(Mock):
    """A mock as a property."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what `spec` has, and whose functions are called as those of `spec`."""
    options = {"spec_set" if spec_set else "spec": spec}
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif isinstance(spec, type) or callable(spec):
        kind = MagicMock if not (instance and isinstance(spec, type) and "__call__" not in dir(spec)) else (
            NonCallableMagicMock
        )
    else:
        kind = NonCallableMagicMock
    mock = kind(name=_name or getattr(spec, "__name__", None), **options, **kwargs)
    if isinstance(spec, type) and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()")
    if isinstance(spec, types.FunctionType) and "side_effect" not in kwargs:
        signature = inspect.signature(spec)

        def check(*args, **keywords):
            signature.bind(*args, **keywords)
            return DEFAULT

        mock.side_effect = check
    return mock


def mock_open(mock=None, read_data=""):
    """A mock for `open` whose files hold `read_data`."""
    mock = mock or MagicMock(name="open", spec=open)

    def opened(*args, **kwargs):
        file = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
        handle = MagicMock(name="open()")
        for name in ("read", "readline", "readlines", "__iter__"):
            getattr(handle, name).side_effect = getattr(file, name)
        handle.__enter__.return_value = handle
        mock.__dict__["_mock_return_value"] = handle
        return handle

    mock.side_effect = opened
    return mock


def seal(mock):
    """Lets no further attribute of a mock be made."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)
