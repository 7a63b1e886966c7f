# format: the mini-language for each built-in type, and what does not fit
class Own:
    def __format__(self, spec):
        return f"[{spec}]"


for value, spec in ((42, ""), (42, "5"), (42, "<5"), (42, "^5"), (42, "05"), (42, "+"), (42, " "), (-42, "=6"), (42, "*>6"), (42, "b"), (42, "#o"), (255, "X"), (255, "#06x"), (1234567, ","), (1234567, "_"), (65, "c"), (42, "e"), (42, ".2f"), (42, "%"), (10 ** 20, ",d"), (True, ""), (True, "d"), (-5, "08.3f"),
                    (3.14159, ".2f"), (3.14159, "10.3"), (3.14159, "+.1e"), (1e10, "g"), (1e-10, ""), (1234567.891, ",.1f"), (0.25, ".0%"), (float("inf"), "8"), (float("nan"), "+f"), (-0.0, "z.1f"), (1.5, "n"), (123.456, "G"), (0.0001, "#.3g"), (12345.678, "_.2f"), (1e100, ".3"), (2.5, "08"), (1234.5, "010,.1f"),
                    ("text", "10"), ("text", ">10"), ("text", "^10"), ("text", ".2"), ("text", "*^9.3"), ("text", "s"), ("é", "_<4"), (1 + 2j, ".1f"), (1 + 2j, ">12"), (None, ""), ([1], ""), (Own(), "anything"), (Own(), "")):
    print(f"{value!r} {spec!r}" if not isinstance(value, Own) else spec, "->", repr(format(value, spec)))
for value, spec in ((42, "s"), (42, ".2"), (42, "Z"), ("a", "d"), ("a", "+"), ("a", "="), ("a", ","), (1.5, "d"), (1.5, "x"), (None, "5"), ([], ">3"), (42, ",x"), (42, ",n"), (42, "c,"), (-1, "c"), (0x110000, "c"), (42, "5 "), (42, "1" * 30), (1.5, ".b"), (1.5, ".99999999999"), (42, "+c"), (1j, "%"), (1j, "05"), (1j, "=9"), (42, "#c"), ("a", "#"), ("a", "z"), (42, "z"), (42, "._d"), (1.5, "_,"), (object, "x"), (1.5, "..2f"), ("a", " "), (b"", "5"), (42, "d5")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as e:
        print(repr(value), repr(spec), "->", type(e).__name__, e)
for bad in (lambda: format(), lambda: format(1, 2), lambda: format(1, "d", 3), lambda: object().__format__("x"), lambda: format(1, None)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
