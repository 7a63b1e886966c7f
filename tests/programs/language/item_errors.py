# Setting and deleting items of what can't; `in`, `reversed` and slices of what isn't made for them
def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def delete(obj):
    del obj[0]


def delete_name(obj):
    del obj["name"]


def assign(obj):
    obj[0] = 1


class Plain:
    pass


class Setter:
    def __setitem__(self, key, value):
        pass


class Deleter:
    def __delitem__(self, key):
        pass


class MyTuple(tuple):
    pass


for obj in (Plain(), Setter(), Deleter(), (1,), "s", 1, range(3), b"x", {1}, frozenset(), None, int, 3.5, MyTuple((1,))):
    show(delete, obj)
    show(delete_name, obj)
    show(assign, obj)


class Getter:
    def __getitem__(self, key):
        return key


class NoIterator:
    def __iter__(self):
        return 5


class RaisesTypeError:
    def __iter__(self):
        raise TypeError("mine")


class RaisesKeyError:
    def __iter__(self):
        raise KeyError("mine")


show(reversed, Getter())
show(reversed, Plain())
show(reversed, {1})
for container in (NoIterator(), RaisesTypeError(), RaisesKeyError(), Plain(), 5):
    show(lambda: 1 in container)
    show(lambda: iter(container))
show([1, 2].index, 1, "a")
show((1, 2).index, 2, -(10**30))
show([1, 2].index, 2, 10**30)
show("abc".index, "b", "a")
