# 2.5 Literals: integers in four bases, floats and imaginary numbers, with underscores where they may stand
print(7, 2147483647, 0o177, 0b100110111, 0xdeadbeef, 0XFF, 0B1, 0O7)
print(100_000_000_000, 0b_1110_0101, 0x_ff_ff, 0o_7_7, 1_0.0_1, 1e1_0)
print(0, 00, 0_0, 000, 0.0, 00.5, 007.0, 09.5, 0e0)
print(3.14, 10., .001, 1e100, 3.14e-10, 0e0, 3.14_15_93, 1E5, 1e+5, 5.e-3)
print(3.14j, 10.j, 10j, .001j, 1e100j, 3.14e-10j, 0j, 1J, 08j)
print(-1, +1, ~1, - -1, -0, -0.0, 1 .real, 1..real, 1.0.is_integer(), 0xf.bit_length(), 1_000 .bit_length())
print(1 if True else 2, 0x1F .bit_count(), 1e308 * 10, -1e308 * 10, 1e-400)
print(2 ** 100, 123456789012345678901234567890, 0xffffffffffffffffffff)
for source in ["012", "0_", "1__0", "_1.5 if 0 else 1", "1_", "0x", "0xg", "0b2", "0b", "0o8", "0o", "1e", "1e+", "1.5.2",
               "1_.5", "1e_5", "1jj", "0x_", "0b1_", "5abc", "1.2abc", "0x1z", "0b12", "0777", "00_1", "1 2", "1_000_",
               "0.1.2", "0b1.0", "0xfp1"]:
    try:
        print(source, "=", eval(source))
    except SyntaxError as e:
        print(source, "->", e.msg, e.offset)
    except NameError as e:
        print(source, "->", type(e).__name__, e)
