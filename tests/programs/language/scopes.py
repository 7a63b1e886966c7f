# Class bodies, comprehensions and functions see different scopes.
x = "global"


class C:
    x = "class"
    seen = x
    listed = [x for _ in range(1)]

    def method(self):
        return x

    class Inner:
        y = x


print(C.seen, C.listed, C().method(), C.Inner.y)


def outer():
    x = "outer"

    class D:
        print(x)
        x = "class in function"
        print(x)

        def get(self):
            return x

    return D().get()


print(outer())


def deletes():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


print(deletes())
print([name for name in sorted(globals()) if not name.startswith("__")])


def show(a, b=2):
    c = 3
    return sorted(locals().items())


print(show(1))
for i in range(3):
    pass
print(i, __name__)
