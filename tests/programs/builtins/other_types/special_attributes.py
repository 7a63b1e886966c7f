# Special attributes and internal objects: None, Ellipsis, NotImplemented, functions, methods, modules, types
print(None, ..., NotImplemented, bool(None), bool(...), None == None, None is not False, [None].index(None), repr(Ellipsis))
import math
import types
def f(a, b=1):
    "doc of f"
class C:
    "doc of C"
    def m(self):
        "doc of m"
c = C()
print(f.__name__, f.__doc__, f.__module__, f.__defaults__, f.__qualname__, C.__name__, C.__doc__, C.m.__qualname__, C.m.__doc__, c.m.__name__, c.m.__func__ is C.m, c.m.__self__ is c, c.__class__ is C, C.__class__ is type, C.__mro__, C.__bases__, c.__dict__, math.__name__, type(math).__name__, repr(math).split()[0])
print(isinstance(f, types.FunctionType), isinstance(c.m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(math, types.ModuleType), isinstance(f.__code__, types.CodeType), isinstance(None, types.NoneType), isinstance(..., types.EllipsisType), isinstance((x for x in ()), types.GeneratorType), types.SimpleNamespace(a=1, b=[2]), types.SimpleNamespace(x=1) == types.SimpleNamespace(x=1), isinstance(C.__dict__, types.MappingProxyType))
ns = types.SimpleNamespace(x=1)
ns.y = 2
del ns.x
print(ns, vars(ns), types.MappingProxyType({"k": 1}), types.MappingProxyType({"k": 1})["k"])
for bad in ("None()", "None.x", "None.x = 1", "None[0]", "None + 1", "...()", "NotImplemented()", "bool(NotImplemented)", "math.nope", "f.nope", "c.m.nope", "c.m.x = 1", "C.nope", "types.MappingProxyType({})['k'] = 1", "types.MappingProxyType(5)", "f.__code__.co_nope", "None < 1", "len.x = 1", "iter(None)", "None in None", "int.x = 1", "for x in None: pass", "with None: pass", "del None.x", "None << 1", "-None", "ns.gone", "types.SimpleNamespace(1)", "math.pi()", "None[None] = 1"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
