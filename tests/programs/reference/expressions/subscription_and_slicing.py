# 6.3.2 Subscriptions and slicings: what arrives in __getitem__, and what lists and strings do with it
class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[...], s[1, 2], s[1, 2:3], s[:, ...], s[()], s[1,], s[*[1, 2], 3], s[lambda: 0].__name__, s["a":"b"], s[x := 5], x)
s[1:2] = 3
s[1, :] += (4,)
del s[:2], s[::-1, 0]
items = list(range(10))
print(items[2:5], items[-3:], items[:-3], items[::3], items[::-3], items[8:2:-2], items[20:], items[-20:3], items[5:2], items[True])
print("python"[::-1], "python"[1:-1], (1, 2, 3)[:2], range(10)[2:8:3], b"bytes"[1:3], b"bytes"[0])
items[2:4] = "abc"
print(items)
items[::4] = [0, 0, 0]
print(items)
items[1:1] = [7]
del items[::2]
print(items)
items[:] = []
print(items)
for bad in ("[1, 2][2]", "[1][-2]", "(1,)[5]", "'a'[1]", "range(3)[3]", "[1]['a']", "[1][1.0]", "[1][None:'a']", "'abc'[::0]", "[1, 2, 3][::0]", "[][1:2][0]", "x = [1, 2]; x[::2] = 5", "x = [1, 2]; x[0:1] = 5", "x = [1, 2, 3]; x[::2] = [1]", "{'a': 1}['b']", "{}[1, 2]", "{}[1:[]]", "{}[[1]]",
            "x = [1]; x[3] = 1", "x = [1]; del x[3]", "x = [1]; x['a'] = 1", "x = [1]; del x['a']", "5[0]", "x = 5; x[0] = 1", "del (5)[0]" if 0 else "x = 5; del x[0]", "x = 'a'; x[0] = 'b'", "x = (1,); x[0] += 1", "x = {1}; x[0]", "x = range(5); x[0] = 1", "bytearray(b'a')[1] ", "x = bytearray(b'a'); x[0] = 256", "x = bytearray(b'a'); x[0] = 'b'",
            "slice(1)[0]", "[1, 2][slice(0, 1, 0)]", "[1] [2 ** 100]", "[1][2 ** 100:]", "'a'[-2 ** 100:2 ** 100]"):
    try:
        exec(bad)
        print(bad, "is fine")
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
