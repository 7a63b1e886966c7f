# Truth value testing and Boolean operations: what is false, and what and, or and not give
class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __repr__(self):
        return f"Len({self.n})"


class Bool(Len):
    def __bool__(self):
        return self.n == 0


values = [None, False, True, 0, 1, -1, 0.0, -0.0, 1e-300, 0j, 1j, "", " ", "0", b"", b"0", (), (0,), [], [[]], {}, {0: 0}, set(), {0}, frozenset(), range(0), range(1), bytearray(), bytearray(1), Len(0), Len(5), Bool(0), Bool(5), ..., NotImplemented.__class__, object, len, lambda: 0, float("nan"), {}.keys(), {1: 1}.values(), iter([]), slice(0), type(None)]
print([repr(v)[:12] for v in values if not v])
print(sum(map(bool, values)), [v or "fallback" for v in (0, "", None, 5)], [v and "kept" for v in (0, "", None, 5)], not [], not [0], not not "x")
print(0 or [] or {} or "last", 1 and "a" and [2] and {}, (None or 0, 0 or None), (1 and 2, 2 and 1), 0 == False, [] == False, None == False, bool([]) == False, 1 == True, 2 == True, "" or None)
x = 5
print(1 < x < 10, not x < 10, x or 1 / 0, None and 1 / 0, x > 3 and "big" or "small", [1, 2][x < 3], all([]), any([]), all([[]]), any([[]]))
for v in (Len(-1), Len("a"), Len(1.0), Len(None)):
    try:
        print(bool(v))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
if not Len(0) and Len(1) and not Bool(5):
    print("objects decide")
