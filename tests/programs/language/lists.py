# Lists: methods, slices that assign, aliasing, sorting.
a = [3, 1, 2]
b = a
c = a[:]
a.append(4)
a.extend("xy")
a += (5,)
a.insert(0, "first")
print(a, b is a, c, len(a), a.index(2), a.count(1))
print(a.pop(), a.pop(0), a, a.remove("x"), a)
a[1:3] = [10, 20, 30]
a[::2] = [0] * len(a[::2])
del a[-1]
print(a, a[-2:], a[::-1], a[1:-1], a * 2, [0] * 3 + [1])
a.reverse()
a.clear()
print(a, b)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested, [[1, 2], [3]] == [[1, 2], [3]], [1, 2] < [1, 3], [1] < [1, 0], [] < [0])
words = ["banana", "Apple", "cherry", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
words.sort(key=lambda w: (len(w), w))
print(words, list(enumerate(words, 1)), list(zip(words, range(2))), list(reversed(words)), list(map(len, words)))
print(min(words, key=len), max([1, 5, 3], default=0), min([], default="empty"), sum([[1], [2]], []), list(filter(None, [0, 1, "", "a"])))
loop = [1]
loop.append(loop)
print(loop)
numbers = [1, 2, 3, 4]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
for action in (
    lambda: [][0],
    lambda: [1].remove(2),
    lambda: [].pop(),
    lambda: [1].index(3),
    lambda: words['a'],
    lambda: [1] + (2,),
    lambda: sorted([1, 'a']),
    lambda: list(5),
    lambda: min([]),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
