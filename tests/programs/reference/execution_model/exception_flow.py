# 4.3 Exceptions: the termination model, nested handlers, and where finally runs
def level(n):
    try:
        print("enter", n)
        if n == 0:
            raise LookupError("bottom")
        level(n - 1)
        print("not reached", n)
    except KeyError:
        print("wrong handler")
    except LookupError as e:
        print("caught at", n, e)
        if n < 1:
            raise
    else:
        print("else", n)
    finally:
        print("leave", n)
level(2)
def order():
    log = []
    for action in ("ok", "raise", "return", "break", "continue"):
        try:
            log.append(f"try {action}")
            if action == "raise":
                raise ValueError
            if action == "break":
                break
            if action == "continue":
                continue
        except ValueError:
            log.append("except")
        else:
            log.append("else")
        finally:
            log.append("finally")
    return log
print(order())
def handler_raises():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["missing"]
    except KeyError as e:
        return repr(e), repr(e.__context__), e.__cause__
print(handler_raises())
def in_else():
    try:
        try:
            pass
        except ValueError:
            print("does not catch what else raises")
        else:
            raise ValueError("from else")
        finally:
            print("finally after else")
    except ValueError as e:
        return e
print(in_else())
def swallow():
    while True:
        try:
            raise RuntimeError("swallowed by break")
        finally:
            break
    return "survived"
def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")
for x in generator():
    break
print("after the loop")
g = generator()
next(g)
g.close()
try:
    raise ValueError("first")
except ValueError as first:
    try:
        raise TypeError("second") from first
    except TypeError as second:
        kept = second
print(repr(kept.__cause__), "first" in dir(), "second" in dir())
