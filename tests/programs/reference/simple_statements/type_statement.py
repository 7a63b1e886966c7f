# 7.14 The type statement: lazy aliases, type parameters, recursion and its errors
type Point = tuple[float, float]
type Tree[T] = T | list[Tree[T]]
type Callback[**P, R] = (P, R)
type Many[*Ts] = tuple[*Ts]
type Bounded[T: int, S: (str, bytes) = str] = dict[T, S]
print(Point, Point.__name__, Point.__value__, type(Point).__name__, Point.__type_params__)
print(Tree, Tree.__type_params__, Tree[int], Tree[int].__args__, Tree[int].__origin__ is Tree, Callback.__type_params__, Many.__type_params__)
t, s = Bounded.__type_params__
print(t, t.__bound__, s.__constraints__, s.__default__, t.has_default(), s.has_default(), t.__name__, t.__variance__ if hasattr(t, "__variance__") else (t.__covariant__, t.__infer_variance__))
type Lazy = not_defined_yet
try:
    Lazy.__value__
except NameError as e:
    print(e)
not_defined_yet = int
print(Lazy.__value__, Point | None, int | Point)


class Box:
    type Inner = list[Box]
    x: Inner = []


print(Box.Inner.__value__, Box.Inner)


def local():
    y = 5
    type L = list[y]
    y = 6
    return L.__value__


print(local())
type = type
for bad in ("isinstance(1, Point)", "issubclass(int, Point)"):
    try:
        print(exec(bad), bad, "is fine")
    except (TypeError, AttributeError) as e:
        print(bad, "->", type(e).__name__, e)
for bad in ("type X = ", "type X", "type X[T] = T", "type X[T, T] = T", "type x.y = int", "type X[T: yield] = int", "type X = yield", "type X = (y := 1)", "type X = await z", "type X[T = int, S] = T", "type X[*Ts: int] = T", "type X[**P: int] = T", "type X[T: (a := 1)] = T", "type X[T,] = T", "type X, Y = int", "type X: int = 3", "type X[T]: int", "type __debug__ = int", "def f[T, T](): pass", "class C[T = int, S]: pass", "class C[]: pass", "def f[T = 1](x: T = 3): pass", "type X[*Ts = int] = T", "type X[T=int] = T"):
    try:
        compile(bad, "t", "exec")
        print(bad, "compiles")
    except SyntaxError as e:
        print(bad, "->", e.msg, e.offset, e.end_offset)
