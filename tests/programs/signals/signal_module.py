# The signal module: handlers, names, what is returned, what is refused.
import signal

print(signal.SIGINT, repr(signal.SIGTERM), int(signal.SIGKILL), signal.Signals(15).name)
print(signal.strsignal(signal.SIGINT), "|", signal.strsignal(15), "|", signal.strsignal(signal.SIGUSR1))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)))


def handler(signum, frame):
    print("handler called with", signum, signal.Signals(signum).name)


print(repr(signal.signal(signal.SIGUSR1, handler)))
signal.raise_signal(signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(repr(signal.getsignal(signal.SIGUSR1)))
signal.signal(signal.SIGINT, handler)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
for number, new in ((0, handler), (99, handler), (signal.SIGTERM, "text"), (signal.SIGKILL, handler)):
    try:
        signal.signal(number, new)
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
signal.raise_signal(signal.SIGCHLD)
print(signal.SIGTERM in signal.valid_signals(), len(signal.valid_signals()))
