"""Policies, which are on their way out: who used them asked them for loops."""

import sys

import asyncio
from asyncio import SelectorEventLoop, _get_running_loop
from _loopscope_asyncio import _iscoroutinefunction, _report

__all__ = ("get_event_loop_policy", "iscoroutinefunction", "set_event_loop_policy")

_own_get, _own_set, _own_new = asyncio.get_event_loop, asyncio.set_event_loop, asyncio.new_event_loop
_policy = None
_warned = set()


def _deprecated(name, advice=""):
    """Gives the warning at the program's line, once for each line."""
    message = f"{name!r} is deprecated and slated for removal in Python 3.16{advice}"
    try:
        from warnings import warn
    except ImportError:
        # The page did not load the module, so the program has changed nothing of it.
        frame = sys._getframe(0)
        file, line = frame.f_code.co_filename, frame.f_lineno
        if (message, file, line) not in _warned:
            _warned.add((message, file, line))
            source = sys._source_line(file, line).strip()
            _report(f"{file}:{line}: DeprecationWarning: {message}\n  {source}", None)
    else:
        warn(message, DeprecationWarning)


def iscoroutinefunction(func):
    """Whether a call gives a coroutine."""
    _deprecated("asyncio.iscoroutinefunction", "; use inspect.iscoroutinefunction() instead")
    return _iscoroutinefunction(func)


class _AbstractEventLoopPolicy:
    """Says which loop is the current one, and makes loops."""

    def get_event_loop(self):
        """The current loop."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Makes a loop the current one."""
        raise NotImplementedError

    def new_event_loop(self):
        """Makes a loop."""
        raise NotImplementedError


class _BaseDefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    """The way of loops without a policy."""

    _loop_factory = None

    def get_event_loop(self):
        """The current loop."""
        return _own_get()

    def set_event_loop(self, loop):
        """Makes a loop the current one."""
        _own_set(loop)

    def new_event_loop(self):
        """Makes a loop."""
        return _own_new() if self._loop_factory is None else self._loop_factory()


class _UnixDefaultEventLoopPolicy(_BaseDefaultEventLoopPolicy):
    """The default one."""

    _loop_factory = SelectorEventLoop


_AbstractEventLoopPolicy.__module__ = _BaseDefaultEventLoopPolicy.__module__ = "asyncio.events"


def _get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = _UnixDefaultEventLoopPolicy()
    return _policy


def get_event_loop_policy():
    """The policy that is in force."""
    _deprecated("asyncio.get_event_loop_policy")
    return _get_event_loop_policy()


def set_event_loop_policy(policy):
    """Puts a policy in force; `None` for the default one."""
    _deprecated("asyncio.set_event_loop_policy")
    _set_event_loop_policy(policy)


def _set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, _AbstractEventLoopPolicy):
        found = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{found}'")
    _policy = policy
    if policy is None:
        asyncio.get_event_loop, asyncio.set_event_loop, asyncio.new_event_loop = _own_get, _own_set, _own_new
        return

    def get_event_loop():
        loop = _get_running_loop()
        return policy.get_event_loop() if loop is None else loop

    asyncio.get_event_loop = get_event_loop
    asyncio.set_event_loop = policy.set_event_loop
    asyncio.new_event_loop = policy.new_event_loop


_POLICIES = {
    "AbstractEventLoopPolicy": _AbstractEventLoopPolicy,
    "DefaultEventLoopPolicy": _UnixDefaultEventLoopPolicy,
}


def deprecated_policy(name):
    """What the package answers for the name of a policy."""
    _deprecated("asyncio." + name)
    return _POLICIES[name]
