# 6.2.9 Yield expressions: next, send, throw and close, and the values that come back
def echo(value=None):
    print("starting")
    try:
        while True:
            try:
                value = (yield value)
            except ValueError as e:
                value = f"caught {e}"
    finally:
        print("cleaning up")


g = echo(1)
print(next(g), next(g), g.send("sent"), g.throw(ValueError("boom")), g.throw(ValueError, ValueError("again")) if False else "one way to throw")
print(g.close(), g.close())
for use in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("k")), lambda: echo().send(1), lambda: echo().throw(OSError("early")), lambda: g.throw(5), lambda: g.throw(int), lambda: g.send(), lambda: next(echo), lambda: next(g, "default")):
    try:
        print("->", use())
    except BaseException as e:
        print(type(e).__name__, e)


def returns():
    x = yield 1
    return f"result {x}"


g = returns()
next(g)
try:
    g.send("v")
except StopIteration as e:
    print(e.value, e.args)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "no"


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def finishing():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


g = finishing()
next(g)
print(g.close())


def raises_stop():
    yield 1
    raise StopIteration("inner")


g = raises_stop()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as e:
    print(e)
print(g.gi_running, g.gi_frame, g.gi_yieldfrom, g.__name__, g.gi_code.co_name, type(g).__name__)
fresh = echo()
print(fresh.gi_suspended, fresh.gi_frame is not None, list(zip("ab", (i for i in (1, 2, 3)))))
