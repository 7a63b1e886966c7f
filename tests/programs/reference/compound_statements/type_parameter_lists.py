# 8.10 Type parameter lists: generic functions and classes, their scopes, bounds and defaults
def first[T](items: list[T]) -> T:
    return items[0]


class Pair[A, B: int = bool]:
    def __init__(self, a: A, b: B):
        self.a, self.b = a, b

    def swap[C](self, c: C) -> "Pair[B, C]":
        return Pair(self.b, c)

    def parameters(self):
        return A, B


class Child[X](Pair[X, int]):
    pass


print(first([1]), first.__type_params__, Pair.__type_params__, Pair.swap.__type_params__, Child.__type_params__)
p = Pair[str, int]("a", 1)
print(p.a, p.swap(2).b, p.parameters(), Child.__orig_bases__, Child.__mro__[1].__name__, Pair.__mro__[-2])
A, B = Pair.__type_params__
print(A.__name__, A.__bound__, A.__constraints__, B.__bound__, B.__default__, A.__infer_variance__, type(A).__name__, A)


def variadic[*Ts, **P](*args: *Ts) -> None: ...


ts, ps = variadic.__type_params__
print(ts, ps, type(ts).__name__, type(ps).__name__, ps.args, ps.kwargs)


def scoped[T](x: T = "default is outside"):
    def inner() -> T:
        return T
    return inner() is scoped.__type_params__[0]


print(scoped(), first.__annotations__, "T" in globals())


def lazily[T: undefined_bound]():
    return T


try:
    lazily().__bound__
except NameError as e:
    print(e)
undefined_bound = str
print(lazily().__bound__)
from typing import Generic, TypeVar
Old = TypeVar("Old")


class Legacy(Generic[Old]):
    pass


print(Legacy[int], Legacy.__parameters__, Pair[int, bool].__args__, Pair[int, bool] == Pair[int, bool], first.__name__, Pair.__qualname__)
for bad in ("first[int]", "isinstance(1, T)"):
    try:
        exec(bad)
        print(bad, "is fine")
    except (TypeError, NameError) as e:
        print(bad, "->", type(e).__name__, e)
