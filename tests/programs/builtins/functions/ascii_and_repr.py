# ascii, repr: text that evaluates to the value again, escapes, and cycles
for value in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nback\\", "é", "日本", "😀", "\x00\x7f\x80\xa0\xad\u200b\u2028\uffff", "\ue000", b"bytes\xff'", 1.0, 1e16, 1e-5, 1e22, 123456789.123, 1j, -0.0, None, ..., True, 10 ** 20,
              [1, "a", [b"x"]], (1,), (), {"k": [1, 2]}, {1}, set(), frozenset(), frozenset([1]), range(3), range(1, 5, 2), slice(1, None), int, type(None), NotImplemented):
    print(repr(value), ascii(value))
    if type(value) in (str, bytes, float, int, list, tuple, dict, complex):
        assert eval(repr(value)) == value == eval(ascii(value))
loop = [1]
loop.append(loop)
d = {"self": None, "list": loop}
d["self"] = d
t = ([],)
t[0].append(t)
print(loop, d, t)


class Odd:
    def __repr__(self):
        return "Odd(é)"


class Wrong:
    def __repr__(self):
        return None


class Cyclic:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return f"Cyclic({self.items})"


print(repr(Odd()), ascii(Odd()), [Odd()], ascii([Odd()]))
for bad in (lambda: repr(Wrong()), lambda: [Wrong()].__repr__(), lambda: repr(), lambda: ascii(1, 2), lambda: repr(Cyclic())):
    try:
        print(bad())
    except (TypeError, RecursionError) as e:
        print(type(e).__name__, str(e)[:60])
