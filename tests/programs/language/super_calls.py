# What super().name() calls, and what it is when it is not called.
class A:
    def f(self, x=1): return ("A", x)
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
    def __init__(self): self.v = 1
    g = len
class B(A):
    def f(self, x=2):
        return super().f(x) + super().f() + (super().f,)[0](7)
    @classmethod
    def c(cls): return "B" + super().c()
    def t(self): return super().s(), super().__class__, super().__init__()
    def bad(self): return super().nope()
    def g2(self): return super().g([1, 2])
    def h(self):
        y = super().f
        super().f
        for i in [1]:
            z = super().f
        return y(3), z(4)
b = B()
print(b.f(), B.c(), b.t()[0], b.h(), b.g2())
for f in (b.bad, lambda: B.f(3), lambda: super(B, 3).f()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import traceback
class C(A):
    def f(self): return super().f(1, 2, 3)
try: C().f()
except TypeError: traceback.print_exc()
