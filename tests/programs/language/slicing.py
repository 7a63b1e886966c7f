# Slices of every kind, on lists, strings, tuples and ranges, read and written.
s = "abcdefgh"
for part in (slice(2), slice(-3, None), slice(None, None, -1), slice(6, 1, -2), slice(-100, 100), slice(5, 2)):
    print(part, s[part], list(s)[part], tuple(s)[part], range(8)[part])
print(slice(1, -1, 2).indices(8))
a = list(range(10))
a[2:5] = "xy"
print(a)
a[::3] = "ABC"
print(a)
a[1:1] = [None] * 2
del a[::2]
print(a)
a[:0] = a[-1:]
a[len(a):] = [1]
print(a, a[:], a[:] is not a)
try:
    a[::2] = [1]
except ValueError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
matrix = [list(range(i, i + 3)) for i in range(0, 9, 3)]
print(matrix, [row[1] for row in matrix], [*zip(*matrix)])
