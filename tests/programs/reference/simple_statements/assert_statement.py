# 7.3 The assert statement: with and without a message, which is evaluated only on failure
def check(value):
    assert value, f"bad value {value!r}"
    return "ok"


print(check(1))
for value in (0, "", [], None):
    try:
        check(value)
    except AssertionError as e:
        print(type(e).__name__, e, e.args)
try:
    assert False
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 1 == 2, (1, 2)
except AssertionError as e:
    print(repr(e), e.args)


def never():
    raise RuntimeError("the message is evaluated")


assert True, never()
try:
    assert [], never()
except RuntimeError as e:
    print(e, repr(e.__context__))
if __debug__:
    print("debug is", __debug__)
AssertionError = ValueError
try:
    assert False, "shadowing the name changes nothing"
except ValueError:
    print("wrong")
except Exception as e:
    print(type(e).__name__, e)


def total(items):
    assert isinstance(items, list), "a list please"
    assert all(isinstance(i, int) for i in items), "numbers please"
    return sum(items)


print(total([1, 2]))
total([1, "2"])
