# Frames: those around, their code, lines and variables
import inspect
import sys


def where():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)


def outer(a):
    b = a + 1
    return inner(b)


def inner(c):
    frame = inspect.currentframe()
    chain = []
    while frame is not None:
        chain.append(frame.f_code.co_name)
        frame = frame.f_back
    print(chain)
    print(sys._getframe().f_back.f_locals, sys._getframe().f_back.f_lineno)
    print(where())
    return c


print(outer(1))
print(sys._getframe().f_back, sys._getframe().f_globals is globals())
