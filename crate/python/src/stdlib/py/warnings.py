"""Warnings: printed to standard error once for each place, or raised, or recorded."""

import sys

filters = []
_once = set()
_recorders = []


class WarningMessage:
    """One warning as it was given."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text if line is None else f"{text}  {line.strip()}\n"


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def simplefilter(action, category=Warning, lineno=0, append=False):
    item = (action, "", category, "", lineno)
    filters.append(item) if append else filters.insert(0, item)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    item = (action, message, category, module, lineno)
    filters.append(item) if append else filters.insert(0, item)


def resetwarnings():
    filters.clear()


def _action(text, category):
    for action, message, kind, _module, _lineno in filters:
        if issubclass(category, kind) and text.lower().startswith(message.lower()):
            return action
    hidden = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
    return "ignore" if issubclass(category, hidden[1:]) else "default"


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(max(stacklevel, 1) - 1)
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        filename, lineno = "<sys>", 0
    warn_explicit(message, category, filename, lineno)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(text, category)
    if action == "ignore":
        return
    if action == "error":
        raise message
    place = (text, category) if action == "once" else (text, category, filename, lineno)
    if action not in ("always", "all") and place in _once:
        return
    _once.add(place)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
        return
    showwarning(message, category, filename, lineno, None, sys._source_line(filename, lineno))


class catch_warnings:
    """Restores the filters at its end; with `record`, keeps the warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        self._known = set(_once)
        _once.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _recorders.append([])
            return _recorders[-1]
        return None

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _once.clear()
        _once.update(self._known)
        if self._record:
            _recorders.pop()


class deprecated:
    """Marks a class or function whose use gives a warning."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        from functools import wraps

        message, category, stacklevel = self.message, self.category, self.stacklevel
        arg.__deprecated__ = message
        if category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            @wraps(original)
            def __init__(self, *args, **kwargs):
                warn(message, category, stacklevel)
                original(self, *args, **kwargs)

            arg.__init__ = __init__
            return arg

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel)
            return arg(*args, **kwargs)

        return wrapper
