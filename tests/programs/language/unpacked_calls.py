# The order in which calls with * and ** evaluate, and what they say of what they can't unpack
five = 5; text="a"
def f(*args, **k): pass
def g(x):
    print("eval", x); return x
for call in (lambda: f(*g(5), k=undefined), lambda: f(*g(5), *g(undefined)), lambda: f(*g(5), **undefined),
   lambda: f(1, *g(5), undefined), lambda: f(*g(5), 3, *g(6)), lambda: f(*g(5)), lambda: f(k=g(1), *g(5), l=undefined),
   lambda: f(*5, **g(6)), lambda: f(**g(6), **undefined), lambda: f(**g(6), k=undefined), lambda: f(*g(5), **g(6)), lambda: f(*g(5), k=g(7), **g(6)),
   lambda: f(k=g(1), **g({"k":2}), **g({"l":2})),
   lambda: f(k=g(1), **g({"k":2}), l=undefined),
   lambda: f(**g({"k":2}), l=g(3), **g({"l":2}), m=undefined),
   lambda: [*g(5), undefined], lambda: (*g(5), undefined), lambda: {*g(5), undefined}, lambda: {**g(5), 1: undefined}):
    try: call()
    except Exception as e: print(type(e).__name__, e)
class C:
    def m(self, *a): pass
    def __repr__(self): return "C()"
    def __call__(self, *a): pass
c = C()
for call in (lambda: c(*5), lambda: c.m(*5), lambda: C.m(*5), lambda: (five)(*5), lambda: print(*5), lambda: [].append(*5), lambda: C(*5), lambda: list(*5), lambda: (text)(*5), lambda: (lambda: 0)(*5), lambda: len(*5),
  lambda: c(**5), lambda: c.m(**5), lambda: C.m(**5), lambda: (five)(**5), lambda: print(**5), lambda: [].append(**5), lambda: C(**5), lambda: list(**5),
  lambda: (five)(**{"a": 1}, **{"a": 2}), lambda: c(a=1, **{"a": 2}), lambda: c(**{1: 2})
  ):
    try: call()
    except Exception as e: print(type(e).__name__, e)
