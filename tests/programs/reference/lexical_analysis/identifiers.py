# 2.3 Names: identifiers may be Unicode, soft keywords are names, reserved words are not
größe = 3
变量 = 4
π = 3.14
_ = "underscore"
__two = 2
x1y2 = "mixed"
print(größe + 变量, π, _, __two, x1y2)

match = 1
case = 2
type = 3
_ += "!"
print(match + case + type, _)


def soft(match, case, type):
    match[case] = type
    return match


print(soft({}, "a", 1))
print([name.isidentifier() for name in ("a", "1a", "a1", "a-b", "", "é", "class", "a b", "_", "x²", "ª")])

for keyword in "False None True and as assert async await break class def del if lambda with yield".split():
    try:
        compile(f"{keyword} = 1", "k", "exec")
        print(keyword, "accepted")
    except SyntaxError as e:
        print(keyword, "->", e.msg)
for source in ("1a = 2", "a$ = 1", "a? = 1", "a! = 1", "€ = 1", "x = 1__0", "a’b = 1", "x = a\u00a0+ b"):
    try:
        compile(source, "k", "exec")
    except SyntaxError as e:
        print(ascii(source), "->", e.msg)


class Mangled:
    __private = 1

    def get(self):
        return self.__private, self._Mangled__private


print(Mangled().get(), [n for n in dir(Mangled) if "private" in n])
