# complex: from numbers, from text, from objects
class C:
    def __complex__(self):
        return 1 + 2j


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


print(complex(), complex(1), complex(1.5, 2), complex("1+2j"), complex(" -3.5e2j "), complex("(1-1j)"), complex("inf"), complex("nanj"), complex(C()), complex(F()), complex(I(), I()), complex("j"), complex("-j"), complex(real=1, imag=2), complex(imag=3), complex(True))
z = 3 - 4j
print(z.real, z.imag, z.conjugate(), abs(z), z == complex(3, -4), z + 1, z * z, z / 2, z ** 2, -z, +z, z - z, z * 0, 1 / z, z == 3, hash(3 + 0j) == hash(3), bool(0j), repr(complex(-0.0, -0.0)), complex(0, 1e20), 1e20 + 1j, complex(float("nan"), float("-inf")))
print(f"{z}", f"{z:.1f}", f"{z:>12}|", f"{1 + 2j:g}", str(1e-7j), [0j ** 0, 1j ** 2, (1 + 1j) ** -1, 2 ** 1j == complex(2) ** 1j])
for bad in ("complex('a')", "complex('1 + 2j')", "complex('1+2')", "complex('')", "complex([])", "complex(None)", "complex('1', 2)", "complex(1, '2')", "complex(1, 2, 3)", "int(1j)", "float(1j)", "1j < 2", "1j // 2", "1j % 2", "divmod(1j, 1)", "1j / 0", "0j ** -1", "round(1j)", "z.real = 1", "'%d' % 1j", "f'{1j:d}'", "complex('1+2jj')", "max(1j, 2j)", "math.floor(1j)"):
    try:
        import math
        exec("print(" + bad + ")" if "= 1" not in bad else bad)
    except (TypeError, ValueError, ZeroDivisionError, AttributeError) as e:
        print(bad, "->", type(e).__name__, e)
