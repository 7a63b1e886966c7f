# Generators: laziness, send, throw, close, return values and yield from.
def countdown(n):
    print("started")
    while n:
        got = yield n
        if got:
            print("got", got)
            n = got
        else:
            n -= 1
    return "liftoff"


g = countdown(3)
print(next(g))
print(g.send(5))
print(list(g))
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)


def guarded():
    try:
        while True:
            try:
                yield "running"
            except ValueError as error:
                print("handled", error)
                yield "after error"
    finally:
        print("closed")


g = guarded()
print(next(g), g.throw(ValueError("x")), next(g))
g.close()
g.close()
print(list(g))


def delegating():
    result = yield from countdown(2)
    print("inner returned", result)
    yield from "ab"
    yield from (x * x for x in range(3))


print(list(delegating()))
g = countdown(1)
try:
    g.send("too early")
except TypeError as error:
    print(error)
for x in guarded():
    print(x)
    break
print("after break")
