# Exception groups: split, subgroup, derive, nesting, notes and subclasses
eg = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(4)])
print(eg, repr(eg), eg.message, len(eg.exceptions), eg.exceptions[1].exceptions, isinstance(eg, Exception), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
match_, rest = eg.split(ValueError)
print(repr(match_), repr(rest), eg.split(KeyError)[0], eg.split((TypeError, OSError))[0].exceptions, eg.subgroup(lambda e: len(e.args) == 1).exceptions == eg.exceptions, eg.subgroup(OSError), eg.subgroup(ExceptionGroup) is eg)
class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "'", excs)
m = Mine("mine", [ValueError(1), KeyError(2)])
m.add_note("noted")
a, b = m.split(ValueError)
print(repr(a), repr(b), a.__notes__, type(a).__name__, m.derive([OSError()]).message)
class Plain(ExceptionGroup):
    pass
print(type(Plain("p", [ValueError()]).subgroup(ValueError) ).__name__, type(Plain("p", [ValueError(), TypeError()]).split(ValueError)[0]).__name__)
def leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for sub in e.exceptions:
            yield from leaves(sub)
    else:
        yield repr(e)
print(list(leaves(eg)))
try:
    raise eg from ValueError("cause")
except ExceptionGroup as g:
    print(repr(g.__cause__), g is eg)
for bad in (lambda: ExceptionGroup(), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", ValueError()), lambda: ExceptionGroup("m", ["x"]), lambda: ExceptionGroup("m", [ValueError]), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup(None, [OSError()]), lambda: eg.split(), lambda: eg.split("x"), lambda: eg.subgroup(5), lambda: eg.derive([]), lambda: ExceptionGroup("m", (OSError() for _ in range(1))), lambda: Plain("p", [SystemExit()])):
    try:
        print(repr(bad()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
