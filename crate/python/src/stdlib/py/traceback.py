"""Texts of exceptions, as the interpreter prints them."""

import sys
from _traceback import frames as _frames, last_lines as _last_lines, summaries as _summaries, whole as _whole

_absent = object()


def _exception_of(exc, value):
    return exc if value is _absent else value


def _pieces(text):
    """One string for each line; the source lines of a frame belong to its first line."""
    pieces = []
    for line in text.splitlines(keepends=True):
        if pieces and pieces[-1].startswith("  File ") and line.startswith("    "):
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def _print(text, file):
    file = sys.stderr if file is None else file
    file.write(text)


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **options):
    value = _exception_of(exc, value)
    return ["NoneType: None\n"] if value is None else _pieces(_whole(value, chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **options):
    _print("".join(format_exception(exc, value, chain=chain)), file)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), file=file, chain=chain)


def format_exception_only(exc, /, value=_absent, **options):
    return _pieces(_last_lines(_exception_of(exc, value)))


def format_tb(tb, limit=None):
    return _pieces(_frames(tb))


def print_tb(tb, limit=None, file=None):
    _print(_frames(tb), file)


class FrameSummary:
    """One frame of a traceback."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __len__(self):
        return 4


class StackSummary(list):
    """The frames of a traceback."""

    def format(self, **options):
        return [f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n    {frame.line}\n' for frame in self]


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(*parts) for parts in _summaries(tb))


def extract_stack(f=None, limit=None):
    """The program's frames from the outermost to the one given, or to the caller."""
    frames, depth, is_below = [], 0, f is None
    while True:
        try:
            frame = sys._getframe(depth)
        except ValueError:
            break
        depth += 1
        code = frame.f_code
        is_below = is_below or (code.co_name, frame.f_lineno) == (f.f_code.co_name, f.f_lineno)
        if is_below:
            line = sys._source_line(code.co_filename, frame.f_lineno)
            frames.append(FrameSummary(code.co_filename, frame.f_lineno, code.co_name, line and line.strip()))
    frames.reverse()
    return StackSummary(frames)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print("".join(format_stack(f, limit)), file)


def format_list(frames):
    return StackSummary(frames).format()


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class TracebackException:
    """An exception kept as text."""

    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback)
        self._text = str(exc_value)
        self._only = format_exception_only(exc_value)
        self._lines = {chain: format_exception(exc_value, chain=chain) for chain in (True, False)}

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__)

    def __str__(self):
        return self._text

    def format(self, *, chain=True, **options):
        yield from self._lines[chain]

    def format_exception_only(self, **options):
        yield from self._only

    def print(self, *, file=None, chain=True, **options):
        _print("".join(self._lines[chain]), file)
