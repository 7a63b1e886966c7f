# 8.4 The try statement: which handler is taken, the name it binds, else and finally
def run(action):
    try:
        print("try", end=" ")
        result = action()
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, end=" ")
        result = "handled"
    except ArithmeticError:
        print("arithmetic", end=" ")
        result = "handled"
    except TypeError, ValueError:
        print("type or value", end=" ")
        result = "handled"
    else:
        print("else", end=" ")
    finally:
        print("finally", end=" ")
    return result


for action in (lambda: 1, lambda: {}["x"], lambda: [][1], lambda: 1 / 0, lambda: 2.0 ** 5000, lambda: int("x"), lambda: 1 + ""):
    print(run(action))
try:
    run(lambda: undefined)
except NameError as e:
    print("outside", e)
try:
    e
except NameError as error:
    print(error)
e = "before"
try:
    raise KeyError
except KeyError as e:
    pass
print("e" in globals())


def which(error):
    try:
        raise error
    except tuple(kinds()):
        return "computed"
    except Exception:
        return "exception"
    except:
        return "bare"


def kinds():
    print("kinds evaluated", end=" ")
    return [OSError, EOFError]


print(which(EOFError()), which(FileNotFoundError()), which(ValueError()), which(KeyboardInterrupt()), which(SystemExit(3)))
for wrong in (5, "KeyError", (KeyError, 5), int, None, [KeyError], object()):
    try:
        try:
            raise ValueError("original")
        except wrong:
            print("caught")
    except TypeError as error:
        print(error, "|", repr(error.__context__))
    except ValueError as error:
        print("not caught by", wrong)
import sys
def info():
    return sys.exc_info()[0], sys.exception()
print(info())
try:
    1 / 0
except ZeroDivisionError:
    print(info())
    try:
        {}[1]
    except KeyError:
        print(info())
    print(info())
print(info())
for bad in ("try: pass", "try:\n pass\nexcept:\n pass\nexcept KeyError:\n pass", "try:\n pass\nexcept a as b.c:\n pass", "try:\n pass\nexcept a as 1:\n pass", "try:\n pass\nexcept a, b as c:\n pass", "try:\n pass\nexcept (a, b) as c:\n pass", "try:\n pass\nexcept a, b:\n pass", "except: pass", "finally: pass", "try:\n pass\nfinally:\n pass\nexcept:\n pass", "try:\n pass\nexcept*:\n pass", "try:\n pass\nexcept a:\n pass\nexcept* b:\n pass", "try:\n pass\nexcept* a:\n return", "def f():\n try:\n  pass\n except* a:\n  return", "for x in y:\n try:\n  pass\n except* a:\n  break", "try\n pass", "try:\n pass\nexcept a b:\n pass", "try:\n pass\nexcept a as:\n pass", "try:\n pass\nexcept a as b c:\n pass", "try:\n pass\ncatch a:\n pass", "try: x = 1\nx = 2\nexcept: pass", "try:\n pass\nexcept None as f():\n pass", "try:\npass\nexcept: pass", "try:\n pass\nexcept:\npass", "try:\n pass\nexcept a"):
    try:
        compile(bad, "t", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
