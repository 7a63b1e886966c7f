# 7.2.2 Annotated assignment: names with and without values, where annotations go, and when they run
import typing

x: int = 5
y: "forward"
z: undefined_name_is_not_an_error_until_asked
(w): str = "not recorded"
print(x, w, "y" in globals())


class Config:
    host: str = "localhost"
    port: int
    tags: list[str] = []
    __private: float = 1.0
    (skipped): int = 3

    def method(self):
        local: undefined_in_function = 1
        self.attr: int = 2
        return local, self.attr


print(Config.__annotations__, Config.host, hasattr(Config, "port"), Config().method())


def f(a: int, b: "str" = "b", *args: float, c: bool = True, **kw: list) -> dict[str, int]:
    n: int
    try:
        return n
    except UnboundLocalError as e:
        return str(e)


print(f.__annotations__, f(1))
try:
    __annotations__
except NameError as e:
    print(e)


class Lazy:
    good: int
    bad: does_not_exist


try:
    Lazy.__annotations__
except NameError as e:
    print(e)
does_not_exist = "now it does"
print(Lazy.__annotations__, typing.get_type_hints(f)["b"])


class Empty:
    pass


print(Empty.__annotations__)
i = 0
lst = [1, 2]
lst[i]: int = 7
lst[i := 1]: int
print(lst, i)
for bad in ("(a, b): int", "a, b: int = 1", "[a]: int", "f(): int", "1: int", "'a': int", "a: int = b: int = 1", "a: int += 1", "x: int, y: int", "global g; g: int", "def f():\n global g\n g: int = 1", "def f():\n  nonlocal q\n  q: int", "(a): int", "a.b: int", "a[0]: int = 1", "(x := 1): int", "lambda: x: int", "a: yield", "a: (b := 1)", "None: int", "True: int = 1", "a: int = *b", "a: int = *b, c", "a: int = yield", "a:", "a: = 1"):
    try:
        compile(bad, "a", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", e.msg, e.lineno, e.offset)
