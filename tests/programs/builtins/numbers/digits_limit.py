# Integer string conversion length limitation: 4300 digits, both ways, and what is not limited
import sys

print(sys.get_int_max_str_digits(), len(str(10 ** 4299)), int("9" * 4300) == 10 ** 4300 - 1, len(repr(-(10 ** 4299))))
for bad in (lambda: int("1" * 4301), lambda: str(10 ** 4300), lambda: repr(10 ** 4300), lambda: f"{10 ** 4300}", lambda: "%d" % 10 ** 4300 if False else "%d" % (10 ** 4300), lambda: int("-" + "1" * 5000), lambda: int("1_" * 4300 + "1"), lambda: print(10 ** 4300), lambda: eval("1" * 4301), lambda: int(b"1" * 4301), lambda: int("z" * 4301, 36), lambda: "{}".format(-(10 ** 5000)), lambda: [10 ** 4300].__repr__(), lambda: compile("x = " + "9" * 4301, "big.py", "exec")):
    try:
        print(len(str(bad())))
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, e)
print(len(hex(10 ** 5000)), len(bin(10 ** 5000)), len(oct(10 ** 5000)), int("f" * 5000, 16).bit_length(), int("1" * 20000, 2).bit_length(), (10 ** 5000).bit_length(), f"{10 ** 5000:x}"[:5], 10 ** 5000 == 10 ** 5000, hash(10 ** 5000), int(" " * 5000 + "5"), int("0" * 4000 + "7"))
