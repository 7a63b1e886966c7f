# 7.8 The raise statement: instances, classes, causes, contexts and re-raising
class Custom(Exception):
    def __init__(self, code=0):
        super().__init__(f"code {code}")
        self.code = code


def describe(e):
    return f"{type(e).__name__}({e}) cause={e.__cause__!r} context={e.__context__!r} suppress={e.__suppress_context__}"


def run(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, describe(e))


def by_class(): raise Custom
def by_instance(): raise Custom(5)
def not_exception(): raise 5
def not_exception_class(): raise int
def string(): raise "text"
def nothing_active(): raise
def from_class(): raise Custom from KeyError
def from_instance(): raise Custom(1) from KeyError("k")
def from_none(): raise Custom from None
def from_wrong(): raise Custom from 5
def from_wrong_class(): raise Custom from int
def bad_constructor(): raise type("Bad", (Exception,), {"__init__": lambda self, a: None})
def none(): raise None
def not_implemented(): raise NotImplemented


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise Custom(2)


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise Custom(3) from None


def reraised():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][0]
        except IndexError:
            pass
        raise


def same_again():
    e = Custom(4)
    try:
        raise e
    except Custom:
        raise e


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")


def deep():
    try:
        try:
            raise KeyError("a")
        except KeyError:
            raise ValueError("b")
    except ValueError as v:
        raise TypeError("c") from v.__context__


def after_handler():
    try:
        raise KeyError
    except KeyError:
        pass
    raise


for f in (by_class, by_instance, not_exception, not_exception_class, string, nothing_active, from_class, from_instance, from_none, from_wrong, from_wrong_class, bad_constructor, none, not_implemented, implicit, suppressed, reraised, same_again, in_finally, deep, after_handler):
    run(f)
