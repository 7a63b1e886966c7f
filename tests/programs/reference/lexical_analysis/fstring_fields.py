# 2.5 Literals: f-strings with conversions, nested formats, debugging and every nesting of quotes
name, width, value = "Ada", 10, 3.14159
print(f"{name}", f"{name!r}", f"{name!s:>6}", f"{'é'!a}", f"{name:*^{width}}", f"{value:{width}.{2 + 1}}")
print(f"{name=}", f"{name = }", f"{name=!s}", f"{value=:.2f}", f"{ 1 + 2 = }", f"{name =:>5}")
print(f"{{}} {{{name}}} {{{{", f"{'{'} {'}'}", f"{ {'a': 1}['a'] }", f"{ {1, 2} == {2, 1} }")
print(f"{f"{f"{1 + 1}"}"}", f'{'nested same quotes'}', f"{"\n".join(['a', 'b'])}")
print(f"""{
    name  # a comment
    .upper()
}""", f"{'a' 'b'}", f"{(lambda x: x * 2)(4)}", f"{[i for i in range(3)]}")
print(f"{value:.2f}" "plain {not a field}" f" {value:.1f}", rf"\d{name}\n", fr'{name}\{width}')
print(f"{1:{'>'}{5}}|", f"{1:}", f"{None}", f"{...}", f"{(x := 5)} {x}", f"{x:=+5}|", f"{x!r:^{width}}|")
print(f"{3 if value > 3 else 4}", f"{not name}", f"{name[0]}{name[-1]}", f"{name,}", f"{*[1, 2],}")


class Money:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "Money()"


print(f"{Money()}", f"{Money():abc}", f"{Money()!r:>9}", f"{Money():{name}-{width}}", f"{Money()=}", f"{Money()=:x}")
for bad in ('f"{}"', 'f"{a b}"', 'f"{a!z}"', 'f"{"', 'f"}"', 'f"{a"', 'f"{lambda x: 1}"', 'f"{a!}"',
            'f"{a ! r}"', 'f"{a!r }"', 'f"{=}"', 'f"{*a}"', 'f"{yield}"', 'f"{a[}"', 'f"{a)}"', 'f"{!r}"', 'f"{:x}"'):
    try:
        compile(bad, "f", "eval")
        print(bad, "compiles")
    except SyntaxError as e:
        print(bad, "->", e.msg)
try:
    print(f"{name:d}")
except ValueError as e:
    print(type(e).__name__, e)
try:
    print(f"{[]:5}")
except TypeError as e:
    print(type(e).__name__, e)
