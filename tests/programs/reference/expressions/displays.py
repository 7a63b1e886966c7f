# 6.2 Atoms: list, set, dict and generator displays, with unpacking and with comprehensions
rest = (3, 4)
print([1, 2, *rest, *"ab", *range(2)], (*rest, 5), {*rest, 3}, {"a": 1, **{"b": 2, "a": 3}, "c": 4}, *rest, sep=" | ")
print([], (), {}, [()], ((),), (1,), {1: {2: [3]}}, [[]] * 2, ([1] + [2]) * 2)
print([x * y for x in range(1, 4) if x != 2 for y in "ab"], {x % 3 for x in range(9)}, {k: v for v, k in enumerate("abc")})
print([[i * j for j in range(3)] for i in range(3)], [*(i for i in range(3))], sum(i * i for i in range(5)), dict((k, k * 2) for k in "xy"))
x = "outer"
print([x for x in range(3)], x, [(lambda: x)() for x in range(2)], [f() for f in [lambda: i for i in range(3)]])
nested = [y for x in [[1, 2], [3]] for y in x if y % 2]
print(nested, [i for i in range(20) if i % 2 if i % 3], [a if a > 1 else -a for a in range(4)])
order = []
def say(v):
    order.append(v)
    return v
d = {say("k1"): say("v1"), say("k2"): say("v2")}
t = [say(1), (say(2), say(3)), {say(4)}]
c = {say(i): say(-i) for i in (7, 8)}
print(order)
class Scope:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    try:
        broken = [i * k for i in items for k in items]
    except NameError as e:
        print(e)
    names = [name for name in ("a", "b") if name]
print(Scope.doubled, [last := i for i in range(3)], last)
for bad in ("[*1]", "{**1}", "{**{1: 2}, **[]}", "{[]: 1}", "{{}}", "[i for i in 5]", "{*None}", "(lambda: [(yield)])", "[i for i in range(3)](0)", "dict(**{1: 2})", "f = lambda **k: k; f(**{'a': 1}, **{'a': 2})", "{i: j for i, j in [1]}", "[x, y for x in a]", "{a: b, c}", "{a, b: c}", "[*a for a in b]", "{**a for a in b}", "(*a)", "*a"):
    try:
        exec(bad)
        print(bad, "is fine")
    except (TypeError, SyntaxError, NameError) as e:
        print(bad, "->", type(e).__name__, e)
