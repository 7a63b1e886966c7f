"""Names of CPython's asyncio that are not built in: those of modules that few programs need are imported when asked for,
the others say that they are not supported.
"""

import asyncio
from _loopscope_asyncio import _unsupported

FETCHED = {
    "asyncio.graph": (
        "FrameCallGraphEntry", "FutureCallGraph", "capture_call_graph", "format_call_graph", "print_call_graph",
    ),
    "asyncio.executors": ("run_coroutine_threadsafe", "wrap_future"),
    "asyncio.protocols": (
        "BaseProtocol", "BufferedProtocol", "DatagramProtocol", "Protocol", "SubprocessProtocol",
    ),
    "asyncio.selector_events": (),
    "asyncio.servers": ("AbstractServer", "Server"),
    "asyncio.streams": (
        "StreamReader", "StreamReaderProtocol", "StreamWriter", "open_connection",
        "open_unix_connection", "start_server", "start_unix_server",
    ),
    "asyncio.transports": (
        "BaseTransport", "DatagramTransport", "ReadTransport", "SubprocessTransport", "Transport",
        "WriteTransport",
    ),
    "asyncio.trsock": (),
    "asyncio.unix_events": (
        "_AbstractEventLoopPolicy", "_get_event_loop_policy", "_set_event_loop_policy",
        "get_event_loop_policy", "iscoroutinefunction", "set_event_loop_policy",
    ),
}

__all__ = ("__getattr__",)


def __getattr__(name):
    for module, names in FETCHED.items():
        if name in names or name == module[len("asyncio."):]:
            found = __import__(module, None, None, ("*",))
            for each in names:
                setattr(asyncio, each, getattr(found, each))
            return getattr(found, name) if name in names else found
    if name in ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy"):
        return __import__("asyncio.unix_events", None, None, ("*",)).deprecated_policy(name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")


_FUNCTIONS = (
    "create_subprocess_exec",
    "create_subprocess_shell",
)

_CLASSES = (
)


def _refuse(name):
    def function(*args, **kwargs):
        _unsupported("asyncio." + name)

    function.__name__ = function.__qualname__ = name
    return function


def _refuse_instances(name):
    def __init__(self, *args, **kwargs):
        _unsupported("asyncio." + name)

    return type(name, (), {"__init__": __init__})


for _name in _FUNCTIONS:
    setattr(asyncio, _name, _refuse(_name))
for _name in _CLASSES:
    setattr(asyncio, _name, _refuse_instances(_name))
