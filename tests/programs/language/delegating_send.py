# `send` and `throw` into `yield from` over an iterator that has neither
def delegate(iterable):
    try:
        result = yield from iterable
        print("result", result)
    except Exception as error:
        print("inside", type(error).__name__, error)
        yield "recovered"
    finally:
        print("closed")


for iterable in ([1, 2, 3], "abc", range(3), (1, 2), {1: 2, 3: 4}, iter([5, 6]), zip([1, 2], "ab")):
    running = delegate(iterable)
    print(next(running), running.send(None))
    try:
        print(running.send(1))
        print(next(running))
    except StopIteration as stop:
        print("stopped", stop.value)

running = delegate("abc")
print(next(running))
print(running.throw(KeyError("thrown")))
print(list(running))
