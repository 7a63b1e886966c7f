# Assigning a name anywhere in a function makes it local everywhere in it.
x = 1


def f():
    try:
        print(x)
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    x = 2
    print(x)
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)


f()


def g():
    def inner():
        return later

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return inner()


print(g())
