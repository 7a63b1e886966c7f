# 8.8 Class definitions: the body's scope, bases, keywords, decorators, nested classes
x = "global"


class A:
    """The doc."""
    x = "class"
    y = x
    before = [n for n in (1, 2)]

    def method(self):
        return x, self.x

    def __init_subclass__(cls, **kw):
        print("subclass", cls.__name__, kw)

    class Inner:
        z = "inner"
        def where(self):
            return __class__.__qualname__

    if x == "class":
        conditional = True
    for i in range(2):
        locals()[f"dynamic{i}"] = i
    del i
    print("in the body", __qualname__, __module__)


print(A.__doc__, A.y, A().method(), A.Inner().where(), A.conditional, A.dynamic1, hasattr(A, "i"))


def decorate(cls):
    cls.added = True
    return cls


@decorate
class B(A, option=5):
    pass


print(B.added, B.x, B.__mro__[1] is A)


class Empty: pass
class Parens(): pass
class OneLine: a = 1; b = 2
print(Empty(), Parens.__bases__, OneLine.b) if 0 else print(Parens.__bases__, OneLine.b)
bases = (dict,)
class Dynamic(*bases, **{"metaclass": type}): pass
print(Dynamic(a=1), Dynamic.__base__)


def function_scope():
    captured = 1

    class Local:
        captured = captured if False else "own"

        def get(self):
            return captured
    return Local().get(), Local.captured, Local.__qualname__


try:
    print(function_scope())
except NameError as e:
    print(type(e).__name__, e)
class Private:
    __hidden = 1
    __also__ = 2
    def __secret(self): return self.__hidden
    def call(self): return self.__secret()
print(Private().call(), sorted(n for n in vars(Private) if "hidden" in n or "secret" in n or "also" in n))
try:
    class Fails:
        a = 1
        raise ValueError("in a body")
except ValueError as e:
    print(e, "Fails" in globals())
for bad in ("class", "class C", "class C:", "class C:\npass", "class C(: pass", "class C(a, b=1, c): pass", "class 1C: pass", "class C.D: pass", "class C(*a, **b): pass", "class C(a=1, a=2): pass", "class C{}: pass", "class C extends D: pass", "class C(): def f(self): pass", "class None: pass", "class C:\n return 1", "class C:\n yield 1", "class C[T]: pass", "class C[T](list[T]): pass", "class C(metaclass=): pass", "class C: x = ", "class C:\n def f(): pass\n  def g(): pass"):
    try:
        compile(bad, "c", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
