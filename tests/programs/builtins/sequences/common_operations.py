# Common sequence operations on every sequence type: membership, concatenation, repetition, comparison
for s in ("abcab", b"abcab", [1, 2, 3, 1, 2], (1, 2, 3, 1, 2), range(1, 6), bytearray(b"abcab")):
    first = s[0]
    print(type(s).__name__, first in s, s[1:3], s[-1], s[::2], len(s), min(s), max(s), s.index(s[2]), s.count(first), s[::-1], s[3:1:-1], bool(s), bool(s[:0]))
    if not isinstance(s, range):
        print("  ", s + s[:1], s * 2 == s + s, 0 * s, (s * -1) == s[:0], s < s + s[:1], s == s[:], s != s[1:])
print((1, 2) < (1, 2, 0), [1, [2]] == [1, [2]], (1,) == [1], "a" < "b", [] < [1], (1, "x") < (2, 0), () == ())
lists = [[]] * 3
lists[0].append(1)
print(lists, [[] for _ in range(2)])
for bad in ("[1] + (2,)", "(1,) + [2]", "'a' + 1", "[1] * [2]", "range(2) + range(2)", "(1, 2).append(3)", "'abc'.index('z')", "(1,).index(2)", "[1] < (1,)", "(1, 'a') < (1, 2)", "b'a' + 'b'", "range(3).index(7)", "(1, 2)[5]", "[] * 1.0", "()[0]", "(1,).count()"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
