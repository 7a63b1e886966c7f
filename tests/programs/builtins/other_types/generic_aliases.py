# Type annotation types: generic aliases and unions, what they print and refuse
print(list[int], dict[str, int], tuple[int, ...], tuple[()], set["Later"], type[int], frozenset[int | None], list[list[int]], dict[str, list[tuple[int, str]]])
a = list[int]
print(a.__origin__, a.__args__, a.__parameters__, a([1, 2]), type(a([1])), a == list[int], a != list[str], hash(a) == hash(list[int]), isinstance([], a.__origin__), type(a).__name__, repr(a), list[int].__mro_entries__(()) if False else "")
u = int | str | None
print(u, u.__args__, isinstance(5, u), isinstance(None, u), isinstance(1.5, u), issubclass(bool, u), u == (None | str | int), int | int, type(u).__name__, hash(u) == hash(str | int | None), int | list[str], list | None, (int | str) | float, u | int == u)
for bad in ("int[str]", "5 | int", "int | 5", "isinstance(1, list[int])", "isinstance(1, int | list[int])", "issubclass(list, list[int])", "list[int]().append(1).x", "str['x']", "(int | str)()", "float[1]", "None | None", "print[int]", "bool[int]", "int | print"):
    try:
        print(bad, "=", eval(bad))
    except (TypeError, AttributeError) as e:
        print(bad, "->", type(e).__name__, e)
def f(x: list[int], y: int | None = None) -> dict[str, "Later"]: ...
print(f.__annotations__, f.__annotations__["return"].__args__)
class Sub(list[int], dict[str, int] if False else object): ...
print(Sub.__bases__, Sub.__orig_bases__, Sub([1]))
