# bool: truth of every built-in value, and bool as a number
for value in (0, 1, -1, 0.0, 0.1, "", "0", b"", [], [0], (), {}, {0: 0}, set(), None, range(0), range(5), float("nan"), 0j, ..., slice(0), type, object):
    print(repr(value), bool(value), end="; ")
print()
print(bool(), int(True), True + True, True * 5, False ** 0, [10, 20][True], "ab" * True, -True, True / 2, sum([True, False, True]), isinstance(True, int), bool.__mro__, str(True), repr(False), f"{True:d} {True:>6} {False!s:6}|")
print(True & False, True | 1, True ^ True, type(True & True), type(True & 1), True << 3, True == 1.0, hash(True) == hash(1), {1: "int", True: "bool"}, [True].index(1), True in [1], "%d %s" % (True, True), int("1") is True, bool("False"))
for bad in (lambda: bool(1, 2), lambda: type("B", (bool,), {}), lambda: bool(x=1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
print(True.bit_length(), True.real, True.numerator, (True).conjugate(), True.to_bytes(2))
