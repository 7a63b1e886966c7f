# A handler that raises: the exception appears where the program was.
import signal


class Stop(Exception):
    pass


def handler(signum, frame):
    raise Stop(signum)


signal.signal(signal.SIGTERM, handler)
try:
    for n in range(3):
        print(n)
        if n == 1:
            signal.raise_signal(signal.SIGTERM)
except Stop as stop:
    print("stopped by", repr(stop))
finally:
    print("finally")
