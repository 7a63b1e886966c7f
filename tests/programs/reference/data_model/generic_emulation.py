# 3.3.5 Emulating generic types: __class_getitem__ and generic aliases
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Sub(Box):
    pass


print(Box[int], Sub["x"], Box[1, 2], Box[1:2])
try:
    Box()[0]
except TypeError as e:
    print(e)


class Meta(type):
    def __getitem__(cls, item):
        return f"meta {item}"


class Both(metaclass=Meta):
    def __class_getitem__(cls, item):
        return "never"


print(Both[3])
alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias([1, 2]), type(alias).__name__, alias == list[int], hash(alias) == hash(list[int]))
print(dict[str, list[int]], tuple[int, ...], tuple[()], type[int], set[frozenset[str]], list["Forward"], dict[str, None])
print(list[int] | None, int | str, int | None, (int | str).__args__, int | str == str | int, int | int, type(int | str).__name__)
for bad in ("int[str]", "int | 5", "5 | int", "class X: pass\nX[int]", "len[0]", "print[1]", "None[0]", "(1)[0]", "isinstance([], list[int])",
            "(lambda: 0)[1]", "(x for x in ())[0]", "{1}[0]"):
    try:
        exec(bad)
    except (TypeError, AttributeError) as e:
        print(bad, "->", type(e).__name__, e)


class Stack[T]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(s.items, type(s).__name__, Stack[int], Stack.__type_params__, Stack.__parameters__, Stack[int].__origin__ is Stack, s.__orig_class__)
