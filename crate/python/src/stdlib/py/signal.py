"""Signals: to the program itself, and from outside."""

import enum

from _loopscope_network import _clock_ns
from _loopscope_signal import (
    _in_main_thread,
    _raise_signal,
    _send_signal_at,
    _set_signal_handler,
    _signal_handler,
)

NSIG = 65
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64


for _kind in (Handlers, Signals):
    globals().update(_kind.__members__)
del _kind
SIGIOT, SIGCLD, SIGPOLL = Signals.SIGABRT, Signals.SIGCHLD, Signals.SIGIO

_DESCRIPTIONS = (
    "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error",
    "Floating point exception", "Killed", "User defined signal 1", "Segmentation fault",
    "User defined signal 2", "Broken pipe", "Alarm clock", "Terminated", "Stack fault", "Child exited",
    "Continued", "Stopped (signal)", "Stopped", "Stopped (tty input)", "Stopped (tty output)",
    "Urgent I/O condition", "CPU time limit exceeded", "File size limit exceeded",
    "Virtual timer expired", "Profiling timer expired", "Window changed", "I/O possible",
    "Power failure", "Bad system call",
)  # fmt: skip


def _known(signalnum):
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")
    try:
        return Signals(signalnum)
    except ValueError:
        return signalnum


def default_int_handler(signalnum, frame, /):
    """Raises KeyboardInterrupt: what SIGINT does by itself."""
    raise KeyboardInterrupt


def getsignal(signalnum):
    """What handles a signal."""
    handler = _signal_handler(_known(signalnum))
    if handler is None:
        return default_int_handler if signalnum == Signals.SIGINT else Handlers.SIG_DFL
    return Handlers(handler) if isinstance(handler, int) else handler


def signal(signalnum, handler):
    """Sets what handles a signal; returns what did before."""
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if not _in_main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    before = getsignal(signalnum)
    if signalnum in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, "Invalid argument")
    is_own = handler is default_int_handler and signalnum == Signals.SIGINT
    _set_signal_handler(signalnum, None if is_own else int(handler) if isinstance(handler, int) else handler, None)
    return before


def raise_signal(signalnum, /):
    """Sends a signal to the program itself."""
    _raise_signal(signalnum)


def strsignal(signalnum, /):
    """What a signal means."""
    _known(signalnum)
    if signalnum <= len(_DESCRIPTIONS):
        return _DESCRIPTIONS[signalnum - 1]
    return f"Real-time signal {signalnum - 34}" if signalnum >= 34 else None


def valid_signals():
    """All signals there are."""
    return {_known(number) for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Says whether calls are interrupted; they go on either way, as CPython's do."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Names a socket that is told of signals: loops here do without."""
    return -1


def alarm(seconds, /):
    """Has SIGALRM sent after so many seconds; returns how many were left before."""
    return round(setitimer(ITIMER_REAL, seconds)[0])


def setitimer(which, seconds, interval=0.0, /):
    """Has SIGALRM sent after so many seconds, once."""
    if which != ITIMER_REAL or interval:
        raise NotImplementedError("this timer is not supported by Loopscope; see LIMITATIONS.md")
    now_ns = _clock_ns()
    before = _send_signal_at(now_ns + round(seconds * 1e9) if seconds else -1, Signals.SIGALRM)
    return (0.0 if before is None else (before - now_ns) / 1e9, 0.0)


def pthread_sigmask(how, mask, /):
    """Blocks signals for a thread: none ever is."""
    return set()
