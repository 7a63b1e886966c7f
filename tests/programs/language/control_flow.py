# for/else, while/else, break, continue, nested loops, chained comparison, conditional expression.
def first_factor(n):
    for d in range(2, n):
        if n % d == 0:
            return d
        if d * d > n:
            break
    else:
        return "none tried"
    return "prime"


print([(n, first_factor(n)) for n in (2, 3, 9, 15, 17, 35)])

n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
    if steps > 200:
        break
else:
    print("reached 1 in", steps, "steps")

for i in range(3):
    for j in range(3):
        if j == i:
            continue
        if j > 1 > i:
            break
        print(i, j, end="; ")
print()
x = 5
print(1 < x < 10, 1 < x > 3 != 4, not x, x and "yes" or "no", None or 0 or [] or "last")
print(any([]), all([]), [] == (), 1 == True, 0.0 == False)
pass
