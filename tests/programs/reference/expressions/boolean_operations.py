# 6.11 Boolean operations: and, or and not, short-circuits and the objects that come out
def show(x):
    print(f"{x!r}", end=" ")
    return x


for expression in ("show(0) or show('') or show([])", "show(0) and show(1)", "show(1) and show(2) and show(3)", "show(1) or show(2)", "show(0) or show(1) and show(2)", "(show(0) or show(1)) and show(2)", "not show(0) and show('x')", "not (show(0) and show(1))", "show(1) and show(0) or show(5)", "show(None) or show(None)", "not not show(3)",
                   "show(0) if show(1) else show(2)", "show(0) if show('') else show(2) if show(0) else show(3)", "show(1) and not show([])", "show([]) or {} and show(1)", "show(1) if not show(0) or show(9) else show(8)"):
    print("=", repr(eval(expression)), "from", expression)


class Tricky:
    def __init__(self, answers):
        self.answers = iter(answers)

    def __bool__(self):
        return next(self.answers)

    def __repr__(self):
        return "T"


print(Tricky([False]) or "second", Tricky([True]) and "second", not Tricky([True]), [x for x in (Tricky([True]), Tricky([False])) if x])
t = Tricky([True, False])
print("both" if t and not t else "no")
for bad in ("not Tricky([])", "Tricky([1]) and 1", "Tricky([None]) or 1", "1 if Tricky(['x']) else 2", "all([1, Tricky([0])])"):
    try:
        print(eval(bad))
    except (TypeError, StopIteration) as e:
        print(bad, "->", type(e).__name__, e)
print([bool(x) for x in (0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), None, False, NotImplemented is None, ...)])
print([bool(x) for x in (1, -1, 0.1, "0", " ", b"\0", (0,), [[]], {0: 0}, {0}, range(1), object, len, float("nan"))])
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)
while t := None:
    pass
else:
    print("never entered")
print((lambda: None)() or "default", [] and [].x, "a" and "b" or "c", 1 and 2.5 and "end", 5 and None)
