# 8.7 Function definitions: parameter kinds, defaults made once, decorators, annotations and parameter errors
def default(item, bucket=[]):
    bucket.append(item)
    return bucket


print(default(1), default(2), default(3, []), default.__defaults__)
calls = []


def trace(name):
    calls.append(f"make {name}")

    def decorator(f):
        calls.append(f"apply {name} to {f.__name__}")

        def wrapper(*args, **kw):
            return f"{name}({f(*args, **kw)})"
        wrapper.__name__ = f.__name__ + "+"
        return wrapper
    return decorator


@trace("outer")
@trace("inner")
def decorated(x):
    return x


@(lambda f: "replaced")
def gone(): ...


print(calls, decorated(1), decorated.__name__, gone)


def everything(a, b=1, /, c=2, *d, e, f=3, **g):
    """Doc."""
    return locals()


print(everything(0, e=9), everything(0, 1, 2, 3, 4, e=5, h=6), everything.__doc__)


def later(x=(lambda: hidden)):
    hidden = 5
    return x


try:
    later()()
except NameError as e:
    print(e)
def outer():
    def recursive(n):
        return n if n < 2 else recursive(n - 1) + recursive(n - 2)
    return recursive
print(outer()(10), outer().__qualname__, (lambda: 0).__qualname__)
def one_liner(x): return x + 1
def two(x): y = x; return y * 2
print(one_liner(1), two(2))
for bad in ("def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(*a, *b): pass", "def f(**a, **b): pass", "def f(a, /, b, /): pass", "def f(/, a): pass", "def f(*a=1): pass", "def f(**a=1): pass", "def f(1): pass", "def f((a, b)): pass", "def f(a.b): pass", "def f(a: int = ): pass", "def f(): ", "def f()\n pass", "def f:\n pass", "def (a): pass", "def f(a b): pass", "def f(a, , b): pass", "def f(a,): pass", "def f(*, a,): pass", "def f(None): pass", "def f(lambda): pass", "def 1f(): pass", "def f(): pass pass", "def f(a:int, b:str='', *, c)->None: pass", "def f(a) -> : pass", "@\ndef f(): pass", "@f\nx = 1", "@f\n@g\nclass C: pass", "@f(1)[2].x\ndef g(): pass", "def f(*a, b, c=1, d): pass", "def f(a, *, b=1, c): pass", "def f(__debug__): pass", "def f(self, x):\nreturn x", "def f(x): return", "def f(x):\n\treturn\n        return", "def f[T](x: T) -> T: return x", "def f(*args: *Ts): pass", "def True(): pass", "def f.g(): pass", "def f(x, y=1, /, z): pass", "def f(a, *args, a=1): pass", "async def f(): pass", "async f(): pass", "def f(): yield; return 1", "define f(): pass", "function f(): pass", "def f() { pass }"):
    try:
        compile(bad, "f", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
