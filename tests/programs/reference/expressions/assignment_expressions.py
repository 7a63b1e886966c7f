# 6.12 Assignment expressions: the walrus, its scopes and where it is not allowed
import itertools

if (n := len("abc")) > 2:
    print(n)
print((x := 1, x + 1), x, [y := 5, y ** 2], (z := (w := 2) + 1), w, z)
data = iter([1, 2, 3, 0, 4])
while (chunk := next(data)) != 0:
    print("chunk", chunk)
print([last := i * i for i in range(4) if (half := i / 2) > 0], last, half)
print(any((witness := v) > 2 for v in (1, 3, 5)), witness, {(k := c): (v := ord(c)) for c in "ab"}, k, v)


def scope():
    total = 0
    partial = [total := total + i for i in range(5)]
    inner = lambda: (q := 10) + q
    print(partial, total, inner(), "q" in locals())
    return f"{(t := 3)} {t} {t:=5}|"


print(scope())


def with_global():
    global g
    [g := i for i in range(3)]


with_global()
print(g)
f = lambda a, b=(d := 4): (a, b)
print(f(a := 1), d, a, (c := f)(2), "".join(ch := "xyz"))
match (m := [1, 2]):
    case [p, q] if (s := p + q) > 2:
        print(m, s)
assert (ok := True), "never"
for source in ("x := 1", "(x := 1)", "y = x := 1", "y = (x := 1)", "f(x := 1)", "f(a=x := 1)", "f(a=(x := 1))", "(a.b := 1)", "(a[0] := 1)", "((a, b) := 1)", "(1 := 2)", "(f() := 1)", "[i := 0 for i in x]", "[[i := 0 for j in x] for i in y]", "[(j := 0) for i in x for j in y]", "[i for i in (j := x)]", "[i for i in x if (k := i)]", "class C: [x := i for i in y]", "class C: (x := 1)",
               "def f(a=(x := 1)): pass", "def f(a: (x := 1)): pass", "lambda: (x := 1)", "(lambda x := 1: x)", "with (x := y): pass", "del (x := 1)", "(x := 1) = 2", "x[y := 1]", "x[y := 1, 2]", "x[(y := 1):2]", "{x := 1}", "{(x := 1): 2}", "print(f'{x := 5}')", "assert x := 1", "if x := 1: pass", "while x := 0: pass", "return x := 1", "for x in y := z: pass", "(x += 1)", "(True := 1)", "(None := 1)", "(__debug__ := 1)", "(x: int := 1)", "x = y = z := 1", "@(d := f)\ndef g(): pass", "@d := f\ndef g(): pass", "[x := 1, 2]"):
    try:
        compile(source, "w", "exec")
        print(source, "compiles")
    except SyntaxError as e:
        print(source, "->", e.msg, e.offset)
