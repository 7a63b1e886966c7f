# A generator that yields when it is closed: told of when it is dropped, and never run again
def stubborn(name):
    try:
        yield name
    except GeneratorExit:
        yield "no"
    finally:
        print("finally", name)
def f():
    g = stubborn("local")
    next(g)
f()
print("after f")
g = stubborn("deleted")
next(g)
del g
print("after del")
h = stubborn("replaced")
next(h)
h = None
print("after replaced")
k = stubborn("closed")
next(k)
try:
    k.close()
except RuntimeError as e:
    print(e)
print("again")
try:
    k.close()
except RuntimeError as e:
    print(e)
last = stubborn("last")
next(last)


def outer():
    inner = stubborn("inner")
    next(inner)
    try:
        yield 1
    except GeneratorExit:
        yield inner
    print("not here")


o = outer()
next(o)
o = None
print("after outer")


def two():
    for item in stubborn("loop"):
        yield item


t = two()
next(t)
t = None
print("after two")
for item in stubborn("broken off"):
    break
print("after the loop")
