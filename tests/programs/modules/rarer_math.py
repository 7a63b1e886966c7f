# The functions of `math` that few programs use: values, edges and refusals.
import math

NAMES = "expm1 log1p sinh cosh tanh asinh acosh atanh erf erfc gamma lgamma exp2 sin cos tan".split()
VALUES = [
    0.0, -0.0, 1e-300, -5e-324, 1e-9, 0.25, -0.5, 0.75, 1.0, -1.0, 2.5, -2.5, 8.0, 20.0, -30.0, 170.5, 710.0, -750.0,
    1e6, 1e15, -1e22, 1.7976931348623157e308, math.inf, -math.inf, math.nan,
]


def shown(name, *args):
    try:
        return repr(getattr(math, name)(*args))
    except (ValueError, OverflowError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


for name in NAMES:
    print(name, *(f"{value!r}: {shown(name, value)}" for value in VALUES), sep="\n  ")

print("cbrt", *(math.cbrt(value) for value in (8, 1e-300, 0.0, -0.0, math.inf, math.nan)))
for pair in [(5.0, 3.0), (-5.0, 3.0), (7.5, 2.5), (2.5, 1.0), (3.5, 1.0), (1.0, math.inf), (math.inf, 1.0), (1.0, 0.0)]:
    print("remainder", *pair, shown("remainder", *pair))
for triple in [
    (0.1, 10.0, -1.0), (1e308, 10.0, 1.0), (math.inf, 0.0, 1.0), (2.0, 3.0, math.inf), (0.0, -1.0, 0.0), (1e-200, 1e-200, 1.0),
]:
    print("fma", *triple, shown("fma", *triple))
print(shown("tanh", "x"), shown("gamma", None), shown("erf", 10**400), sep="\n")
print(math.sumprod([0.1, 0.2, 0.3], [3.0, 2.0, 1.0]), math.sumprod([10**20, 1], [3, 2]))
