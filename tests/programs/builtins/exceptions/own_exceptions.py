# Inheriting from built-in exceptions: constructors, str, chained causes and several bases
class AppError(Exception):
    """Base of our errors."""
class NotFound(AppError, KeyError):
    def __init__(self, what, where="here"):
        super().__init__(f"{what} not found {where}")
        self.what = what
    def __str__(self):
        return f"[{self.what}] " + self.args[0]
class WithCode(AppError):
    code = 500
    def __init__(self, *, code=None):
        self.code = code or self.code
    def __reduce__(self):
        return (WithCode, ())
class Silent(AppError):
    def __init__(self, a, b):
        self.a = a
for make in (lambda: NotFound("key"), lambda: WithCode(code=404), lambda: WithCode(), lambda: Silent(1, 2), lambda: AppError(), lambda: AppError("a", "b")):
    try:
        raise make()
    except NotFound as e:
        print("NotFound", e, repr(e), e.args, e.what, isinstance(e, KeyError))
    except AppError as e:
        print(type(e).__name__, str(e), repr(e), e.args, vars(e))
try:
    try:
        {}["x"]
    except KeyError as e:
        raise NotFound("x") from e
except AppError as e:
    print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
class Retry(Exception):
    def __init__(self, attempts):
        super().__init__(attempts)
        self.attempts = attempts
def flaky(n):
    for i in range(n):
        try:
            if i < 2:
                raise Retry(i)
            return f"ok after {i}"
        except Retry as e:
            last = e
    raise last
print(flaky(3))
try:
    flaky(1)
except Retry as e:
    print("gave up", e.attempts, e.__context__)
for bad in ("NotFound()", "WithCode(404)", "Silent(1)", "class X(ValueError, OSError): pass", "class X(KeyError, IndexError): pass", "class X(Exception, int): pass", "class X(StopIteration, ValueError): pass", "raise AppError from 5", "raise NotFound('a') from KeyError"):
    try:
        exec(bad)
        print(bad, "is fine")
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
