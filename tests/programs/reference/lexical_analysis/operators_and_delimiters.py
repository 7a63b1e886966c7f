# 2.6 Operators and delimiters: the longest token wins, and some characters may not stand anywhere
a, b = 7, 2
print(a+b, a-b, a*b, a**b, a/b, a//b, a%b, a<<b, a>>b, a&b, a|b, a^b, ~a, a<b, a>b, a<=b, a>=b, a==b, a!=b)
print(a+++b, a---b, a-+-b, a**-b, -a**b, not a==b, ~-a, -~a)
print(a<-b, a>-b, a==-b, 3*-2, 2**-1, a if b else-a)
x = [1, 2, 3]
print(x[-1], x[:-1], x[::-1], x[...] if 0 else ..., (...).__class__.__name__)
a += b; a -= 1; a *= 3; a //= 2; a %= 10; a **= 2; a <<= 1; a >>= 2; a &= 7; a |= 8; a ^= 3
print(a)
a /= 4
print(a)


class M:
    def __matmul__(self, other):
        return f"@{other}"

    def __imatmul__(self, other):
        return f"@={other}"


m = M()
print(m @ 3)
m @= 4
print(m)
print((y := 10), y)
print({**{"a": 1}}, [*x], (lambda *a, **k: (a, k))(*x, **{"z": 1}))


def annotated(p: int, /, q: str = "d", *, r: float) -> bool: return p, q, r


print(annotated(1, r=2.0), annotated.__annotations__)
for source in ("a $ b", "a ? b : c", "a ! b", "a ++", "a && b", "a || b", "!a", "a <> b", "a === b", "a =! b", "a => b", "a -> b",
               "a ... b", "`a`", "a; ; b", "a @ @ b", "a : = 3", "(a : = 3)", "a ** ** b", "a // / b", "++", "a = = b"):
    try:
        compile(source, "o", "exec")
        print(source, "is fine")
    except SyntaxError as e:
        print(source, "->", e.msg, e.offset)
