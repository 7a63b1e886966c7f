# The walrus operator: assignment inside an expression.
data = [1, 5, 2, 8, 3]
if (n := len(data)) > 3:
    print(f"{n} items")
print([half for x in data if (half := x / 2) > 1], half)
stream = iter("hello")
while (char := next(stream, None)) is not None:
    print(char, end=" ")
print()
print((a := 1) + (b := a + 1), a, b)
print(f"{(c := 10)} {c}", any((found := x) > 4 for x in data), found)


def f(x):
    return y if (y := x * 2) > 10 else -y


print(f(3), f(6))
