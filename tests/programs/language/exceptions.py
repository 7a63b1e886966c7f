# Exception classes: own ones, arguments, chaining, re-raising, notes, groups.
class AppError(Exception):
    """The base of this program's errors."""


class NotFound(AppError):
    def __init__(self, what):
        super().__init__(f"{what} not found")
        self.what = what


try:
    raise NotFound("key")
except AppError as error:
    print(repr(error), str(error), error.what, error.args, isinstance(error, Exception))

for error in (ValueError(), ValueError("one"), ValueError("one", 2), KeyError("k"), OSError(2, "No such file"), AppError):
    try:
        raise error
    except Exception as caught:
        print(type(caught).__name__, "|", caught, "|", repr(caught), "|", caught.args)


def convert(text):
    try:
        return int(text)
    except ValueError as error:
        raise AppError(f"can't convert {text!r}") from error


try:
    convert("x")
except AppError as error:
    print(error, "<-", repr(error.__cause__))

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ArithmeticError as error:
    print("re-raised", error, type(error).__mro__[1].__name__)

error = ValueError("noted")
error.add_note("first note")
error.add_note("second note")
print(error.__notes__)

try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), KeyError(4)])])
except* ValueError as group:
    print(repr(group))
except* (TypeError, KeyError) as group:
    print(group, [type(e).__name__ for e in group.exceptions])

def exec_raise(what):
    raise what


for action in (lambda: (_ for _ in ()).throw(1), lambda: [].x, lambda: exec_raise("text"), lambda: exec_raise(None)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


try:
    assert 1 == 2, "math works"
except AssertionError as error:
    print(repr(error))
