# 8.4.2 except*: splitting groups, what is left over, raising inside, naked exceptions
def run(error):
    try:
        try:
            raise error
        except* TypeError as group:
            print("types", group.exceptions)
        except* (ValueError, OSError) as group:
            print("value or os", group.exceptions, repr(group.message))
        else:
            print("no exception")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e))


run(ExceptionGroup("g", [TypeError(1), ValueError(2), TypeError(3), OSError(4)]))
run(ExceptionGroup("nested", [ExceptionGroup("inner", [TypeError(1), KeyError("k")]), ValueError(2)]))
run(ValueError("naked"))
run(KeyError("naked and unmatched"))
run(BaseExceptionGroup("base", [KeyboardInterrupt(), TypeError()]))


def raising():
    try:
        try:
            raise ExceptionGroup("orig", [TypeError("t"), ValueError("v"), KeyError("k")])
        except* TypeError as e:
            raise RuntimeError("from type handler")
        except* ValueError as e:
            raise
    except ExceptionGroup as g:
        print(repr(g), [type(x.__context__).__name__ for x in g.exceptions])


raising()
try:
    try:
        raise ExceptionGroup("one", [TypeError("t")])
    except* TypeError:
        raise KeyError("new")
except BaseException as e:
    print(repr(e), repr(e.__context__))
for wrong in (ExceptionGroup, (TypeError, ExceptionGroup), 5):
    try:
        try:
            raise TypeError("x")
        except* wrong:
            pass
    except TypeError as e:
        print(type(e).__name__, e)
    except BaseException as e:
        print("group", repr(e))
try:
    pass
except* ValueError:
    print("never")
else:
    print("else clause")
g = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [TypeError(2), ValueError(3)])])
print(g.split(ValueError), g.subgroup(TypeError), g.subgroup(lambda e: isinstance(e, TypeError)), g.subgroup(OSError), g.derive([OSError()]))
for bad in ("ExceptionGroup('m', [])", "ExceptionGroup('m', [1])", "ExceptionGroup(1, [OSError()])", "ExceptionGroup('m', 5)", "ExceptionGroup('m')", "ExceptionGroup('m', [KeyboardInterrupt()])", "BaseExceptionGroup('m', [OSError()])", "g.split()", "g.split(5)", "g.subgroup('x')", "class G(ExceptionGroup, OSError): pass" if 0 else "g.derive(1)", "g.message = 1"):
    try:
        print(bad, "=", repr(eval(bad)) if "= 1" not in bad else exec(bad))
    except (TypeError, ValueError, AttributeError) as e:
        print(bad, "->", type(e).__name__, e)
