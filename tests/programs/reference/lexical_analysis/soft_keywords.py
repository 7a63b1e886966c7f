# 2.4 Keywords: match, case, type and _ are keywords only where the grammar asks for them
match = [1, 2]
match[0] = 5
print(match, match [1])
print(match(0) if callable(match) else "not callable")
match match:
    case [case, type]:
        print("case", case, "type", type)
match -case:
    case -5:
        print("negative")
match (1, 2):
    case (a, b): print(a, b)
match 1, 2:
    case x, y:
        print(x + y)
match *[1, 2], 3:
    case _, _, _:
        print("starred subject")
match {"a": 1}:
    case {"a": _}: print("mapping")
match = {"case": 1}
print(match["case"], match .get("case"))
del type
print(type(5).__name__)
type X = int
type Y[T] = list[T]
print(X, Y, X.__value__, Y[int])
type = 5
print(type * 2, -match["case"], [match, type][1])
case: int = 3
type: str = "annotated"
match: list = []
print(case, type, match)
_ = "name"
match 5:
    case _:
        print(_, "is not bound by a wildcard")
lazy = print
lazy("and other words are just names")
