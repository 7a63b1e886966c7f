# Context managers: order of entering and leaving, swallowed exceptions, several at once.
class Resource:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, tb):
        print("exit", self.name, kind and kind.__name__, error, tb is not None)
        return self.swallow


with Resource("a") as a, Resource("b") as b:
    print("body", a, b)

with Resource("outer", swallow=True):
    with Resource("inner"):
        raise ValueError("swallowed outside")
print("goes on")

with (
    Resource("one"),
    Resource("two") as (x, *rest),
):
    print(x, rest)


def early():
    with Resource("r"):
        return "value"


print(early())
for i in range(2):
    with Resource(f"loop{i}"):
        if i == 0:
            continue
        break
try:
    with object():
        pass
except TypeError as error:
    print(error)
