# 7.2 Assignment statements: target lists, stars, chained targets and overlapping names
a = b = c = [1]
b.append(2)
print(a, c is a)
x, y = 1, 2
x, y = y, x
(p, q), [r, s] = (1, 2), "ab"
first, *middle, last = range(6)
*init, tail = "xyz"
head, *none = [9]
[m, (n, *o)] = 1, (2, 3, 4)
print(x, y, p, q, r, s, first, middle, last, init, tail, head, none, m, n, o)
[] = ()
() = []
(one,) = [1]
single, = "s"
print(one, single)
x = [0, 1]
i = 0
i, x[i] = 1, 2
print(i, x)
node = {"next": None}
node["next"] = node = {"next": "end"}
print(node)


class Box:
    pass


box = Box()
box.a, box.b, *box.rest = "hello"
d = {}
d["k"], d["l"] = box.a, box.rest
print(vars(box), d)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "a, b = {}", "a, b = 'abc'", "a, b = None", "(a, b), c = 1, 2", "[a] = []", "*a, = 5", "a, b = (i for i in range(3))", "a, b = iter([1])", "a, b = {1, 2, 3}", "x, y, *z = 1,", "a, b, c = 1, 2", "a, b = b''", "[a, b, c] = dict(x=1, y=2)", "a, b = range(10**6)", "() = [1]", "[] = 'a'"):
    try:
        exec(bad, {})
        print(bad, "is fine")
    except (ValueError, TypeError) as e:
        print(bad, "->", type(e).__name__, e)
for bad in ("1 = x", "a + b = c", "f() = 1", "None = 1", "True = False", "a = 1 = b", "(a, 1) = x", "[a, b()] = x", "*a = x", "*a, *b = x", "a, (*b, *c) = x", "x if y else z = 1", "lambda: x = 1", "'a' = 1", "f'{x}' = 1", "{} = x", "{a} = x", "a < b = c", "not a = b", "-a = b", "(a) = 1", "((a)) = 1", "(a.b), [c[0]] = 1", "... = 1", "a() += 1", "(a, b) += 1", "[a] += 1", "1 += 1", "a = += 1", "x = yield = 1", "__debug__ = 1", "a.__debug__ = 1", "a = b += 1", "[x for x in y] = 1", "(x for x in y) = 1", "a and b = 1", "await = 1", "print x = 1", "def = 1", "x = ", "= x", "a = *b", "a = *b,", "a = (*b)"):
    try:
        compile(bad, "a", "exec")
        print(bad, "compiles")
    except SyntaxError as e:
        print(bad, "->", e.msg, e.offset, e.end_offset)
