# 3.3.3 Customizing class creation: C3 linearization, cooperative super() and its two forms
class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()

    def skip(self):
        return super(B, self).who()

    @classmethod
    def make(cls):
        return super().__new__(cls)

    @staticmethod
    def static():
        return super(D, D)


print(D().who(), [c.__name__ for c in D.__mro__], D().skip(), type(D.make()).__name__)
print(super(D, D()).who(), super(C, D()).who(), repr(super(B, D())).replace(hex(id(0)), ""), super(D, D).who is C.who) if 0 else None
print(super(D, D()).who(), super(C, D()).who(), super(D, D).who is B.who, super(D, D()).__thisclass__, super(D, D).__self_class__)
for bad in (lambda: type("X", (A, B), {}), lambda: type("X", (B, C, A, D), {}), lambda: super(), lambda: super(1), lambda: super(A, 5), lambda: super(D, A()),
            lambda: super(D, D()).missing, lambda: type("X", (A, A), {}), lambda: super(A).x):
    try:
        print(bad())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)


class E(A):
    def who(self):
        def inner():
            return super(E, self).who()
        return inner() + [x for x in super().who()]

    def no_args():
        return super().who()

    def rebound(self):
        self = None
        return super().who()

    def deleted(self):
        del self
        return super().who()

    def uses_class(self):
        return __class__.__name__


e = E()
print(e.who(), e.uses_class())
for bad in (lambda: E.no_args(), lambda: e.rebound()):
    try:
        print(bad())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


class X: pass
class Y: pass
class P(X, Y): pass
class Q(Y, X): pass


try:
    class Z(P, Q): pass
except TypeError as error:
    print(error)
