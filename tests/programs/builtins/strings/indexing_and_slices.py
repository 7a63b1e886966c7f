# Text sequence: indexing, slicing, comparison, repetition and immutability
s = "Python"
print(s[0], s[-1], s[2:4], s[:2] + s[2:], s[::-1], s[::2], s[4:1:-1], s[-3:], s[10:], s[3:3], s * 2, 2 * s, s * 0, s * -1, "a" "b", len(s), min(s), max(s), sorted(s), list(enumerate(s))[1], "y" in s, s.index("t"))
print("é😀x"[1], len("é😀x"), "é😀x"[::-1], [ord(c) for c in "aé€😀"], "é" == "e\u0301", "abc" < "abd", "Z" < "a", "" < "a", "10" < "9", "a" < "B".lower(), "ß" > "z", "\U0001f600" > "\uffff")
it = iter("ab")
print(next(it), list(it), [*"xy"], tuple("pq"), dict.fromkeys("aab"), set("aa"), "x" in {"x"}, "abc".__contains__("b"), s.__len__(), s.__getitem__(1), hash("a") == hash("a"), s is str(s))
for bad in ("s[6]", "s[-7]", "s['a']", "s[1.0]", "s[0] = 'J'", "del s[0]", "s + 1", "s + b'x'", "s * 1.5", "s * 'a'", "1 + s", "s - 'n'", "s[::0]", "s < 5", "s[None]", "s.append('x')", "s[1:'2']", "'a' % 1", "s()", "s[2 ** 70]", "next(s)", "s.length", "s.size()", "'' [0]", "+s", "s / 2", "s ** 2", "~s", "s @ s", "s & s", "s += 1", "s[0][0][1]"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
t = u = "same"
t += "!"
print(t, u)
class Loud(str):
    def __getitem__(self, i):
        return super().__getitem__(i).upper()
    def __add__(self, other):
        return Loud(str(self) + "&" + other)
print(Loud("abc")[1], Loud("abc")[0:2], Loud("a") + "b", type(Loud("a") * 2).__name__, type(Loud("a").upper()).__name__, "".join([Loud("x"), "y"]), Loud("k") == "k", {Loud("k"): 1}["k"])
