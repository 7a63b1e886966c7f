"""Questions about functions, classes and what runs."""

import enum
import types

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 0x20, 0x80, 0x200


def _function(obj):
    """The Python function behind bound methods and partial applications, or `None`."""
    while True:
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return obj if isinstance(obj, types.FunctionType) else None


def _has_flag(obj, flag):
    function = _function(obj)
    return function is not None and bool(function.__code__.co_flags & flag)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object) or isinstance(object, types.MethodDescriptorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_marked = set()


def markcoroutinefunction(func):
    _marked.add(func.__func__ if isinstance(func, types.MethodType) else func)
    return func


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or _function(obj) in _marked


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def isdatadescriptor(object):
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismethoddescriptor(obj):
    return hasattr(type(obj), "__get__") and not isdatadescriptor(obj) and not (
        isclass(obj) or ismethod(obj) or isfunction(obj)
    )


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(obj, kind, prefix):
    if getattr(obj, f"{kind}_running"):
        return f"{prefix}_RUNNING"
    if getattr(obj, f"{kind}_suspended"):
        return f"{prefix}_SUSPENDED"
    return f"{prefix}_CLOSED" if getattr(obj, f"{kind}_frame") is None else f"{prefix}_CREATED"


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def getasyncgenstate(agen):
    return _state(agen, "ag", "AGEN")


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(" "), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmembers(object, predicate=None):
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    return sorted(members, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    import sys

    return sys.modules.get(getattr(object, "__module__", None))


def currentframe():
    import sys

    return sys._getframe(0)


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


class _empty:
    """Marks what a signature does not have."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return {
            0: "positional-only", 1: "positional or keyword", 2: "variadic positional", 3: "keyword-only",
            4: "variadic keyword",
        }[self.value]


def formatannotation(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__ if annotation.__module__ == "builtins" else f"{annotation.__module__}.{annotation.__qualname__}"
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation, **changes}
        return Parameter(values.pop("name"), values.pop("kind"), **values)

    def __str__(self):
        text = {2: "*", 4: "**"}.get(self.kind.value, "") + self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f"{' = ' if self.annotation is not _empty else '='}{self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        mine = (self.name, self.kind, self.default, self.annotation)
        return mine == (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    """Arguments by the names of their parameters."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= Parameter.KEYWORD_ONLY or name not in self.arguments:
                break
            value = self.arguments[name]
            values.extend(value if parameter.kind == Parameter.VAR_POSITIONAL else [value])
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind == Parameter.VAR_KEYWORD:
                values.update(self.arguments[name])
            elif name in self.arguments and parameter.kind == Parameter.KEYWORD_ONLY:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == Parameter.VAR_POSITIONAL:
                filled[name] = ()
            elif parameter.kind == Parameter.VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """The parameters of a callable and what it returns."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({one.name: one for one in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        kept = self.return_annotation if return_annotation is None else return_annotation
        return Signature(self.parameters.values() if parameters is None else parameters, return_annotation=kept)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        rest = None
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == Parameter.VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind == Parameter.VAR_KEYWORD:
                rest = name
            elif args and kind != Parameter.KEYWORD_ONLY:
                if name in kwargs and kind != Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and kind != Parameter.POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                extra = " keyword-only" if kind == Parameter.KEYWORD_ONLY else ""
                raise TypeError(f"missing a required{extra} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts, seen_star, positional_only = [], False, False
        for parameter in self.parameters.values():
            if parameter.kind == Parameter.POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append("/")
                positional_only = False
            if parameter.kind == Parameter.VAR_POSITIONAL:
                seen_star = True
            elif parameter.kind == Parameter.KEYWORD_ONLY and not seen_star:
                parts.append("*")
                seen_star = True
            parts.append(str(parameter))
        if positional_only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return dict(self.parameters) == dict(other.parameters) and self.return_annotation == other.return_annotation


def signature(obj, *, follow_wrapped=True, **options):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        whole = signature(obj.__func__)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if follow_wrapped:
        obj = unwrap(obj)
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    if isinstance(obj, type):
        for name in ("__init__", "__new__"):
            function = getattr(obj, name)
            if isinstance(function, types.FunctionType):
                whole = signature(function)
                return Signature(list(whole.parameters.values())[1:])
        return Signature()
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        whole = signature(obj.func)
        bound = whole.bind_partial(*obj.args, **obj.keywords)
        kept = [one for name, one in whole.parameters.items() if name not in bound.arguments or name in obj.keywords]
        return whole.replace(parameters=kept)
    function = obj if isinstance(obj, types.FunctionType) else getattr(type(obj), "__call__", None)
    if not isinstance(function, types.FunctionType):
        raise ValueError(f"no signature found for builtin {obj!r}")
    whole = _signature_of(function)
    return whole if function is obj else whole.replace(parameters=list(whole.parameters.values())[1:])


def _signature_of(function):
    code = function.__code__
    names = code.co_varnames
    n, n_keyword = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    annotations = function.__annotations__
    parameters = []
    for index, name in enumerate(names[:n]):
        kind = Parameter.POSITIONAL_ONLY if index < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
        place = index - (n - len(defaults))
        default = defaults[place] if place >= 0 else _empty
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    place = n + n_keyword
    if code.co_flags & CO_VARARGS:
        name = names[place]
        parameters.append(Parameter(name, Parameter.VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
        place += 1
    for name in names[n:n + n_keyword]:
        default = keyword_defaults.get(name, _empty)
        annotation = annotations.get(name, _empty)
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[place]
        parameters.append(Parameter(name, Parameter.VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    annotations = dict(getattr(obj, "__annotations__", None) or {})
    if not eval_str:
        return annotations
    names = globals if globals is not None else getattr(obj, "__globals__", {})
    return {name: eval(text, names, locals) if isinstance(text, str) else text for name, text in annotations.items()}


def getfullargspec(func):
    from collections import namedtuple

    parameters = signature(func).parameters.values()
    positional = [one for one in parameters if one.kind <= Parameter.POSITIONAL_OR_KEYWORD]
    named = {one.kind: one.name for one in parameters}
    keyword = [one for one in parameters if one.kind == Parameter.KEYWORD_ONLY]
    FullArgSpec = namedtuple(
        "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations"
    )
    return FullArgSpec(
        [one.name for one in positional], named.get(Parameter.VAR_POSITIONAL), named.get(Parameter.VAR_KEYWORD),
        tuple(one.default for one in positional if one.default is not _empty) or None, [one.name for one in keyword],
        {one.name: one.default for one in keyword if one.default is not _empty} or None, func.__annotations__,
    )


def getsource(object):
    raise OSError("could not get source code")


def getsourcelines(object):
    raise OSError("could not get source code")


def getfile(object):
    code = getattr(getattr(object, "__func__", object), "__code__", None)
    if code is None:
        raise TypeError(f"{object!r} is a built-in")
    return code.co_filename


def stack(context=1):
    return []
