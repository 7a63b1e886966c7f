# Format specifications of every day at their edges: widths, signs, zeros, rounding, and what is not a plain number.
import sys
ints = [0, 1, -1, 42, -42, 123456, -123456, 2**63 - 1, -2**63, 2**63, -2**64, True, False]
floats = [0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 0.125, 1e15, 123456789.125, 1e16, 1e300, -1e-300, 0.005, 1.005,
          float("inf"), float("-inf"), float("nan"), 2.0**52, 2.0**53 + 2, 5e-324]
for spec in ["", "d", "0", "5", "05", "05d", "12d", "012", "00", "000d", "01", "999", ".2f", "8.3f", "08.3f", ".0f",
             "0.0f", ".12f", ".13f", "f", "5f", "05f", "1000", ".f", ".2", "5.", "x", "05x", "+d", " d", "-5", "<5", ".2d"]:
    for value in ints + floats:
        try:
            text = f"{value:{spec}}"
            print(spec, "|", text if len(text) < 60 else (len(text), text[-30:]))
        except Exception as error:
            print(spec, "|", type(error).__name__, error)


class Loud(int):
    def __format__(self, spec):
        return f"loud {spec!r}"


class Quiet(int):
    pass


class Text(str):
    def __str__(self):
        return "str of text"


n = 7
print(f"{n}", f"{n}!", f"{n!r}", f"{n!s}.", f"{n=}", f"{n:03}{n}{-n}", f"{True}{n}", f"{Loud(3)}{n}", f"{Quiet(3)}{n}")
print(f"{Text('x')}{n}", f"{Text('x')!s}", f"{Text('x'):>12}|", f"{n}{'a'}{''}{None}{1.5}{2**70}")
print(f"{n}" + f"{n}" * 2, len(f"{n}{n}"), f"{n}{n}" == "77", type(f"{n}{n}"), {f"{n}{n}": 1}["77"])
for what in (f"{n}{n:d}", f"{-5}:{5:>3}|", f"{'é'}{n}", f"{n}{'日本'}"):
    print(what, len(what))
try:
    print(f"{n}{missing}")
except NameError as error:
    print(error)
