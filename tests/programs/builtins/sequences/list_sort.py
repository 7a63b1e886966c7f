# list.sort: in place, keys, reverse, stability, and a list that is empty while it is sorted
records = [("b", 2), ("a", 2), ("b", 1), ("a", 1)]
r = records[:]
print(r.sort(), r)
r.sort(key=lambda t: t[1])
print(r)
r.sort(key=lambda t: t[0], reverse=True)
print(r)
words = "The quick brown Fox jumps".split()
words.sort(key=str.casefold)
print(words, sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)))
lengths = []
def spy(x):
    lengths.append(len(words))
    return x
words.sort(key=spy)
print(lengths, words)
mixed = [3, "a", 1]
try:
    mixed.sort()
except TypeError as e:
    print(e, sorted(map(str, mixed)))
bad = [1, 2, 3]
try:
    bad.sort(key=lambda x: bad.append(x) or x)
except ValueError as e:
    print(e, bad)
for call in (lambda: [1].sort(len), lambda: [1].sort(cmp=1), lambda: [1, 2].sort(key=5), lambda: [2, 1].sort(reverse="x"), lambda: [[1], 2].sort(), lambda: [1].sort(key=None, reverse=True)):
    try:
        print(call())
    except TypeError as e:
        print(e)
big = [(i * 7919) % 101 for i in range(101)]
big.sort()
print(big == list(range(101)), [5, -3, 2].__class__.sort.__name__)
