# str.format: field names, attributes, items, conversions, nested fields and errors
class P:
    x = 3
    items = {"k": [10, 20]}
    def __repr__(self):
        return "P()"
    def __str__(self):
        return "a P"
    def __format__(self, spec):
        return f"<{spec}>"
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0.x} {0.items[k][1]} {p.x}".format(P(), p=P()), "{0[1]} {0[-1]}".format({1: "one", "-1": "minus"}), "{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>8}|{0!s:^8}|".format(P()), "{:{}} {:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2), "{{}} {{{}}}".format(5), "{:>{width}}".format("r", width=5), "{0:x}".format(P()), "{}".format(P()), "{:,} {:_} {:%}".format(1234567, 1234567, 0.25), "{0}{0}".format("ab"), "{a[b]}".format(a={"b": 1}), "{:d} {:5.1f} {:<5}|".format(5, 2.25, "s"), "{0:{1}{2}}".format(7, ">", 4), "{:%Y}".format(P()))
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x}".format_map(type("D", (dict,), {"__missing__": lambda s, k: f"<{k}>"})()), "".format(), "x".format(1, 2, a=3), "{0[a b]} {0[c.d]}".format({"a b": 1, "c.d": 2}), str.format("{}", 1), "{self}".format(self=4))
for fmt, args, kw in (("{", (), {}), ("}", (), {}), ("{}", (), {}), ("{1}", (0,), {}), ("{a}", (), {}), ("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[5]}", ([1],), {}), ("{0[x]}", ([1],), {}), ("{!z}", (1,), {}), ("{!}", (1,), {}), ("{:d}", ("a",), {}), ("{0", (1,), {}), ("{:{", (1,), {}), ("{a.}", (), {"a": 1}), ("{a[}", (), {"a": 1}), ("{a[]}", (), {"a": {}}), ("{0!r!s}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0]}", (1,), {}), ("{a b}", (), {"a": 1}), ("{-1}", (1,), {}), ("{0[a]b}", ({"a": 1},), {}), ("{:>{w}}", (1,), {}), ("{!r", (1,), {}), ("{99999999999999999999}", (), {}), ("{:Z}", (1,), {}), ("a}b", (), {}), ("{0.__class__.__name__}", (1,), {}), ("{ }", (), {}), ("{ 0}", (1,), {})):
    try:
        print(repr(fmt), "->", repr(fmt.format(*args, **kw)))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as e:
        print(repr(fmt), "->", type(e).__name__, e)
for bad in (lambda: "{}".format_map(), lambda: "{a}".format_map({}), lambda: "{}".format_map([1]), lambda: str.format(), lambda: str.format(5, 1)):
    try:
        print(bad())
    except (TypeError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
