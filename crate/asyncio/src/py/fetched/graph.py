"""Who awaits whom: call graphs of tasks."""

from asyncio import Future, Task, _get_running_loop, current_task
from _loopscope_asyncio import _frames_of, _running_frames

__all__ = (
    "FrameCallGraphEntry",
    "FutureCallGraph",
    "capture_call_graph",
    "format_call_graph",
    "print_call_graph",
)


class _Record:
    """A few values by name, which can't be assigned."""

    __slots__ = ()

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __repr__(self):
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__qualname__}({values})"


class FrameCallGraphEntry(_Record):
    """One frame of a call stack."""

    __slots__ = ("frame",)


class FutureCallGraph(_Record):
    """A future with its stack, the innermost frame first, and the tasks that await it."""

    __slots__ = ("future", "call_stack", "awaited_by")


def _check(future):
    if not isinstance(future, Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _entries(pairs):
    entries = []
    for frame, generator in pairs:
        frame.f_generator = generator
        entries.append(FrameCallGraphEntry(frame))
    return entries


def _awaited_by(future, limit):
    return tuple(_graph_of(task, limit) for task in future._asyncio_awaited_by or ())


def _graph_of(future, limit):
    _check(future)
    stack = []
    if isinstance(future, Task) and limit != 0:
        stack = _entries(_frames_of(future.get_coro()))
        if limit is not None:
            stack = stack[:limit] if limit > 0 else stack[limit:]
    stack.reverse()
    return FutureCallGraph(future, tuple(stack), _awaited_by(future, limit))


def _task_frames():
    """Those from here to the coroutine that the running task drives."""
    pairs = _running_frames()
    for place, (frame, generator) in enumerate(pairs):
        is_async = type(generator).__name__ in ("coroutine", "async_generator")
        is_last = place + 1 == len(pairs) or pairs[place + 1][1] is None
        if is_async and is_last:
            return pairs[: place + 1]
    return pairs


def _capture(future, skip, limit):
    loop = _get_running_loop()
    if future is None:
        if loop is None:
            raise RuntimeError(
                "capture_call_graph() is called outside of a running event loop "
                "and no *future* to introspect was provided"
            )
        future = current_task(loop)
        if future is None:
            return None
    elif loop is None or future is not current_task(loop):
        return _graph_of(future, limit)
    stack = [] if limit == 0 else _entries(_task_frames()[skip:])
    if limit:
        stack = stack[:-limit] if limit < 0 else stack[-limit:]
    return FutureCallGraph(future, tuple(stack), _awaited_by(future, limit))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of the running task, or of a future; `depth` and `limit` cut the stacks."""
    return _capture(future, depth - 1, limit)


def _place(frame):
    where = f"  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in "
    kinds = {"coroutine": "async ", "async_generator": "async generator ", "generator": "generator "}
    kind = kinds.get(type(frame.f_generator).__name__, "")
    return f"{where}{kind}{frame.f_code.co_qualname}()"


def _render(graph, lines, indent):
    future = graph.future
    if isinstance(future, Task):
        lines.append(f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})")
    else:
        lines.append(f"{indent}* Future(id={id(future):#x})")
    if graph.call_stack:
        lines.append(indent + "  + Call stack:")
        lines.extend(indent + _place(entry.frame) for entry in graph.call_stack)
    if graph.awaited_by:
        lines.append(indent + "  + Awaited by:")
        for each in graph.awaited_by:
            _render(each, lines, indent + "    ")


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text."""
    graph = _capture(future, depth - 1, limit)
    lines = []
    if graph is not None:
        _render(graph, lines, "")
    return "\n".join(lines)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the graph."""
    print(format_call_graph(future, depth=depth, limit=limit), file=file)  #~ 279
