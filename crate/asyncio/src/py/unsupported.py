"""Names of CPython's asyncio that exist here only to say that they are not supported."""

import asyncio
from _loopscope_asyncio import _unsupported

__all__ = ()

_FUNCTIONS = (
    "capture_call_graph",
    "create_subprocess_exec",
    "create_subprocess_shell",
    "format_call_graph",
    "get_event_loop_policy",
    "open_connection",
    "open_unix_connection",
    "print_call_graph",
    "run_coroutine_threadsafe",
    "set_event_loop_policy",
    "start_server",
    "start_unix_server",
    "wrap_future",
)

_CLASSES = (
    "AbstractServer",
    "BaseProtocol",
    "BaseTransport",
    "BufferedProtocol",
    "DatagramProtocol",
    "DatagramTransport",
    "FrameCallGraphEntry",
    "FutureCallGraph",
    "Protocol",
    "ReadTransport",
    "Server",
    "StreamReader",
    "StreamReaderProtocol",
    "StreamWriter",
    "SubprocessProtocol",
    "SubprocessTransport",
    "Transport",
    "WriteTransport",
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
