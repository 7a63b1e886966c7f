# 3.2 The standard type hierarchy: the attributes of functions, of methods and of code objects
import types


def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> "result":
    """A doc string."""
    local = a
    return lambda: (local, b)


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_filename)
print(code.co_firstlineno, code.co_freevars, code.co_cellvars, code.co_qualname, bool(code.co_flags & 4), bool(code.co_flags & 8))
inner = f(1, d=4)
print(inner.__qualname__, inner.__code__.co_freevars, [cell.cell_contents for cell in inner.__closure__])
f.attribute = 1
f.__doc__ = "Another."
f.__defaults__ = (20, 30)
f.__kwdefaults__ = {"e": 50, "d": 40}
print(f.attribute, f.__dict__, f.__doc__, f(1)())
f.__name__, f.__qualname__ = "g", "here.g"
print(f.__name__, repr(f).split(" at ")[0])
for change in ("f.__name__ = 1", "f.__defaults__ = [1]", "f.__code__.co_name = 1", "f.__dict__ = 1", "f.__kwdefaults__ = ()", "f.missing",
               "del f.missing", "f.__closure__ = ()", "f.__globals__ = {}", "f.__qualname__ = None", "del f.__name__"):
    try:
        exec(change)
    except (TypeError, AttributeError) as e:
        print(change, "->", type(e).__name__, e)


class C:
    def method(self, x):
        return self, x

    @classmethod
    def made(cls):
        return cls.__name__

    @staticmethod
    def free(x):
        return x


c = C()
m = c.method
print(m.__self__ is c, m.__func__ is C.method, m.__name__, m.__qualname__, m(1)[1], m == c.method, m is c.method)
print(C.made.__self__, C.made(), c.free(3), C.free, type(C.__dict__["free"]), C.__dict__["made"].__func__.__name__) if 0 else None
print(C.made(), c.free(3), type(C.__dict__["free"]).__name__, C.__dict__["made"].__func__.__name__)
bound = types.MethodType(lambda self, y: (type(self).__name__, y), c)
print(bound(5), isinstance(bound, types.MethodType), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType))
try:
    m.new = 1
except AttributeError as e:
    print(type(e).__name__, e)
