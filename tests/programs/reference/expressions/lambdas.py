# 6.14 Lambdas: parameters of every kind, defaults, closures, and what their bodies may hold
add = lambda a, b=2, /, *c, d=4, **e: (a, b, c, d, e)
print(add(1), add(1, 2, 3, d=5, f=6), (lambda: None)(), (lambda *a: a)(1, 2), (lambda **k: k)(x=1), (lambda *, k: k)(k=3))
print(add.__name__, add.__qualname__, add.__defaults__, add.__kwdefaults__, repr(lambda: 0)[:21])
adders = [lambda x: x + i for i in range(3)]
fixed = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in adders], [f(10) for f in fixed])
compose = lambda *fs: (lambda x: [x := f(x) for f in fs][-1])
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))
curry = lambda a: lambda b: lambda c: (a, b, c)
print(curry(1)(2)(3), (lambda x: x if x else "falsy")(0), (lambda: (yield))().__class__.__name__, list((lambda: (yield 1))()))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), sorted("bCa", key=lambda s: s.lower()), max([(1, "b"), (2, "a")], key=lambda p: p[1]), list(filter(lambda x: x % 2, range(6))), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
y = (lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a))))(lambda self: lambda n: 0 if n == 0 else n + self(n - 1))
print(y(4))
class C:
    f = lambda self, x: (self.__class__.__name__, x)
    g = staticmethod(lambda: "static")
print(C().f(1), C.g(), C.f.__qualname__, (lambda self: self)(3))
for call in ("(lambda x: x)()", "(lambda x, y: x)(1)", "(lambda: 1)(2)", "(lambda *, k: k)()", "(lambda x: x)(y=1)", "(lambda: undefined)()", "(lambda x: x.nope)(1)", "(lambda x, x: 1)", "lambda x: return x", "lambda x=1, y: 0", "lambda *: 0", "lambda **a, b: 0", "lambda x: int: 0", "lambda x y: 0", "lambda", "lambda:", "lambda *a, *b: 0", "lambda a, /, b, /: 0", "lambda /, a: 0", "lambda a, *, **k: 0", "lambda: x = 1", "lambda x: (x = 1)", "lambda *a=1: 0", "lambda a, *b, c, d=1: c", "lambda: pass"):
    try:
        print(call, "=", type(eval(call)).__name__)
    except (TypeError, NameError, AttributeError, SyntaxError) as e:
        print(call, "->", type(e).__name__, e)
