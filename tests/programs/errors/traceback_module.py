# The traceback module prints what the interpreter would
import sys
import traceback


def fail(n):
    return 10 / n


def middle():
    fail(0)


try:
    middle()
except ZeroDivisionError as error:
    print(traceback.format_exc(), end="")
    print(traceback.format_exception_only(error))
    traceback.print_exc()
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    traceback.print_exception(error, chain=False)
    print("".join(traceback.format_exception(type(error), error, error.__traceback__)), end="")
    print(sys.exc_info()[0])
