# Nested loops over small integers.
total = 0
for i in range(1_000):
    for j in range(1_000):
        if (i ^ j) & 1:
            total += i * j
        else:
            total -= i + j
print(total)
