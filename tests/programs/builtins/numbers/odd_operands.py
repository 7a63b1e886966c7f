# *= where only the right side repeats, pow() with three arguments, pairs that are none, digits of other scripts
import copy


def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


class Plain:
    pass


class Index:
    def __index__(self):
        return 2


def multiply_in_place(a, b):
    a *= b
    return a


for a in Plain(), Index(), 2, 2.5, None, {}, {1}, range(3), frozenset(), {}.keys(), len, "a", [0]:
    print(type(a).__name__)
    for b in "", [1], (1,), b"a":
        show(lambda: multiply_in_place(a, b))
        show(lambda: type(a * b))
        show(lambda: type(b * a))
for arguments in ("", 1.5, 9), (2, "", 9), (2, 3, ""), (2.5, 1, 1), (2, 3, 2.5), (1j, 2, 3), (2, 3, 1j), (2, None, 3), (2.0, Plain(), 3), (2, "a", 2.5), ("a", 2, 1j):
    show(lambda: pow(*arguments))


class Fails:
    def __init__(self, error, later):
        self.error, self.later = error, later

    def __iter__(self):
        if not self.later:
            raise self.error
        return self.items()

    def items(self):
        yield 1
        raise self.error


for pairs in [1], [(1,)], ["ab"], [(1, 2), 5], [iter((1, 2))], [Fails(TypeError("own"), False)], [Fails(ValueError("own"), False)], [Fails(TypeError("own"), True)]:
    show(lambda: dict(pairs))
for value in 1e308, 5, "a", True:
    for spec in "٣", "١٠", "٠٥", "5٣", ",.٢f", "9" * 30:
        show(lambda: format(value, spec))


class Array(bytearray):
    pass


array = Array(b"abc")
array.own = [1]
for copied in copy.copy(array), copy.deepcopy(array), copy.deepcopy([bytearray(b"xyz")])[0]:
    print(copied, type(copied).__name__, getattr(copied, "own", None))
