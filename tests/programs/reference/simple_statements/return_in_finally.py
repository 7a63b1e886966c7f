# 7.6 The return statement: values, tuples, and what finally does to a return
def nothing():
    return


def several():
    return 1, 2, *[3]


def through():
    try:
        return "try"
    finally:
        print("finally runs first")


def nested():
    try:
        try:
            return "inner"
        finally:
            print("one")
    finally:
        print("two")


def loop():
    for i in range(5):
        try:
            if i == 2:
                return i
        finally:
            print("end", i)


def evaluated_before():
    x = [1]
    y = 1
    try:
        return x, y
    finally:
        x.append(2)
        y = 5


def with_else():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("cleanup")


def generator():
    try:
        yield 1
        return "gen result"
    finally:
        print("generator cleanup")


print(nothing(), several(), through(), nested(), loop(), evaluated_before(), with_else())
g = generator()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)


def raises_in_finally():
    try:
        return "lost"
    finally:
        raise ValueError("instead")


try:
    raises_in_finally()
except ValueError as e:
    print(e, e.__context__)
for bad in ("return", "return 1", "class C: return 1", "if 1:\n  return", "lambda: return 1", "for x in y: return", "def f(): return *a", "def f(): return *a,", "def f(): return x = 1", "def f(): return return", "with a: return"):
    try:
        compile(bad, "r", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", e.msg, e.lineno, e.offset, e.end_offset)
