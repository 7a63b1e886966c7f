"""`patch`: puts something else in the place of an attribute for a while."""

import contextlib
import functools
import inspect

from unittest._mock_calls import DEFAULT

_MISSING = object()


def _find(name):
    """The object that a dotted name stands for, its modules imported."""
    parts = name.split(".")
    found = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += f".{part}"
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


class _patch:
    """One patch: a context, a decorator of functions and classes, or started and stopped by hand."""

    attribute_name = None
    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.is_local = False

    def copy(self):
        return _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name in dir(decorated):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(decorated, name)):
                    setattr(decorated, name, self.copy()(getattr(decorated, name)))
            return decorated
        return _decorate(decorated, self)

    def _original(self):
        own = getattr(self.target, "__dict__", {})
        if self.attribute in own:
            return own[self.attribute], True
        found = getattr(self.target, self.attribute, _MISSING)
        if found is _MISSING and not self.create:
            import builtins

            if hasattr(builtins, self.attribute) and inspect.ismodule(self.target):
                return _MISSING, False
            raise AttributeError(f"{self.target} does not have the attribute {self.attribute!r}")
        return found, False

    def _make(self, original):
        from unittest import mock

        if self.autospec is not None:
            spec = original if self.autospec is True else self.autospec
            return mock.create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)
        if self.new is not DEFAULT:
            if self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            return self.new
        kind = self.new_callable
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        options = dict(self.kwargs)
        if spec is not None:
            options["spec"] = spec
        if spec_set is not None:
            options["spec_set"] = spec_set
        if kind is None:
            kind = mock.AsyncMock if inspect.iscoroutinefunction(original) else mock.MagicMock
        if isinstance(kind, type) and issubclass(kind, mock.NonCallableMock):
            options.setdefault("name", self.attribute)
        return kind(**options)

    def __enter__(self):
        self.target = self.getter()
        self.original, self.is_local = self._original()
        new = self._make(None if self.original is _MISSING else self.original)
        self.temp_original = self.original
        setattr(self.target, self.attribute, new)
        return {self.attribute_name: new} if self.attribute_name is not None else new

    def __exit__(self, *details):
        if self.is_local and self.original is not _MISSING:
            setattr(self.target, self.attribute, self.original)
            return False
        delattr(self.target, self.attribute)
        if self.original is not _MISSING and not hasattr(self.target, self.attribute):
            setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        """Begins the patch; returns what now stands there."""
        new = self.__enter__()
        self._active.append(self)
        return new

    def stop(self):
        """Ends the patch."""
        if self not in self._active:
            return None
        self._active.remove(self)
        return self.__exit__(None, None, None)


def _decorate(function, patching):
    if hasattr(function, "patchings"):
        function.patchings.append(patching)
        return function

    @contextlib.contextmanager
    def patched_arguments(args, keywords):
        with contextlib.ExitStack() as stack:
            for each in patched.patchings:
                new = stack.enter_context(each)
                if each.attribute_name is not None:
                    keywords = {**keywords, **new}
                elif each.new is DEFAULT:
                    args = (*args, new)
            yield args, keywords

    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def patched(*args, **keywords):
            with patched_arguments(args, keywords) as (args, keywords):
                return await function(*args, **keywords)

    else:

        @functools.wraps(function)
        def patched(*args, **keywords):
            with patched_arguments(args, keywords) as (args, keywords):
                return function(*args, **keywords)

    patched.patchings = [patching]
    return patched


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Patches the attribute that a dotted name stands for."""
    try:
        owner, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return _patch(functools.partial(_find, owner), attribute, new, spec, create, spec_set, autospec, new_callable,
                  kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Patches an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Patches several attributes of an object."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    getter = functools.partial(_find, target) if type(target) is str else lambda: target
    patchings = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute if new is DEFAULT else None
        patchings.append(one)
    return _Several(patchings)


class _Several:
    """Several patches as one."""

    def __init__(self, patchings):
        self.patchings = patchings

    def __enter__(self):
        self.stack = contextlib.ExitStack()
        made = {}
        for each in self.patchings:
            new = self.stack.enter_context(each)
            if each.attribute_name is not None:
                made.update(new)
        return made

    def __exit__(self, *details):
        return self.stack.__exit__(*details)

    start = __enter__

    def stop(self):
        """Ends the patches."""
        self.__exit__(None, None, None)

    def __call__(self, function):
        for each in self.patchings:
            function = each(function)
        return function


class _patch_dict:
    """Changes a dictionary for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *details):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    start = __enter__

    def stop(self):
        """Puts everything back."""
        self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self(getattr(function, name)))
            return function
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def patched(*args, **keywords):
                with self:
                    return await function(*args, **keywords)

        else:

            @functools.wraps(function)
            def patched(*args, **keywords):
                with self:
                    return function(*args, **keywords)

        return patched


def _stop_all():
    """Ends all patches that were started by hand."""
    for each in reversed(list(_patch._active)):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
