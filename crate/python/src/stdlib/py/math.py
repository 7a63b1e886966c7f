"""`math`: what the engine has itself, and here the functions that few programs use.

They give what CPython gives with glibc, to the last bit nearly always: `gamma` and `lgamma` by CPython's formula, the
hyperbolic functions by fdlibm's, which glibc has too; the others are the float next to the true value.
"""

from _math import *

__all__ = [
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "ceil", "comb", "copysign", "cos", "cosh",
    "degrees", "dist", "e", "erf", "erfc", "exp", "exp2", "expm1", "fabs", "factorial", "floor", "fma", "fmod", "frexp",
    "fsum", "gamma", "gcd", "hypot", "inf", "isclose", "isfinite", "isinf", "isnan", "isqrt", "lcm", "ldexp", "lgamma",
    "log", "log10", "log1p", "log2", "modf", "nan", "nextafter", "perm", "pi", "pow", "prod", "radians", "remainder",
    "sin", "sinh", "sqrt", "sumprod", "tan", "tanh", "tau", "trunc", "ulp",
]

_LN2 = log(2.0)


def _real(x):
    """A number as a float, or the error that every function has."""
    return copysign(x, x)


def _finite(result):
    if isinf(result):
        raise OverflowError("math range error")
    return result


def ulp(x, /):
    x = fabs(_real(x))
    if x == 0.0 or not isfinite(x):
        return x or 5e-324
    return ldexp(1.0, max(frexp(x)[1] - 53, -1074))


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*(_real(a) - _real(b) for a, b in zip(p, q)))


def cbrt(x, /):
    x = _real(x)
    if not isfinite(x) or x == 0.0:
        return x
    numerator, denominator = x.as_integer_ratio()
    p, q = copysign(pow(fabs(x), 1 / 3), x).as_integer_ratio()
    # One step of Newton's method doubles the digits.
    return (2 * p**3 * denominator + numerator * q**3) / (3 * p * p * q * denominator)


def sinh(x, /):
    x = _real(x)
    size, half = fabs(x), copysign(0.5, x)
    if not isfinite(x) or size < 2.0**-28:
        return x
    if size >= 22.0:
        return _half_exp(size, half)
    t = expm1(size)
    return half * (2.0 * t - t * t / (t + 1.0) if size < 1.0 else t + t / (t + 1.0))


def _half_exp(size, half):
    """e to a large power times a half, where the power alone may be too large for a float."""
    if size < 709.0:
        return half * exp(size)
    if size > 711.0:
        raise OverflowError("math range error")
    root = exp(0.5 * size)
    return _finite(half * root * root)


def cosh(x, /):
    size = fabs(_real(x))
    if not isfinite(size):
        return size
    if size >= 22.0:
        return _half_exp(size, 0.5)
    if size < 0.5 * _LN2:
        t = expm1(size)
        return 1.0 + t * t / (2.0 * (1.0 + t)) if size >= 2.0**-55 else 1.0
    t = exp(size)
    return 0.5 * t + 0.5 / t


def tanh(x, /):
    x = _real(x)
    size = fabs(x)
    if isnan(x) or size < 2.0**-55:
        return x
    if size > 22.0:
        return copysign(1.0, x)
    if size >= 1.0:
        return copysign(1.0 - 2.0 / (expm1(2.0 * size) + 2.0), x)
    t = expm1(-2.0 * size)
    return copysign(-t / (t + 2.0), x)


# The functions below are computed in whole numbers, of units of 2**-_BITS, and rounded once.
_BITS = 256
_ONE = 1 << _BITS


def _fixed(x):
    numerator, denominator = x.as_integer_ratio()
    return (numerator << _BITS) // denominator


def _inverse_series(q, sign):
    """The sum of sign**k / ((2k + 1) q**(2k + 1)): the inverse tangent of 1/q, or the hyperbolic one."""
    power = _ONE // q
    total, k, factor = 0, 1, 1
    while power:
        total += factor * (power // k)
        power //= q * q
        k += 2
        factor *= sign
    return total


_LN2_UNITS = 2 * _inverse_series(3, 1)
_SQRT_PI = isqrt((16 * _inverse_series(5, -1) - 4 * _inverse_series(239, -1)) << _BITS)


def _power(n):
    """e to the power of n units, as so many units and a power of two."""
    exponent, rest = divmod(n, _LN2_UNITS)
    rest >>= 8
    total = term = _ONE
    k = 1
    while term:
        term = (term * rest >> _BITS) // k
        total += term
        k += 1
    for _ in range(8):
        total = total * total >> _BITS
    return total, exponent


def _exp(n):
    units, exponent = _power(n)
    return units << exponent if exponent >= 0 else units >> -exponent


def exp2(x, /):
    x = _real(x)
    if not isfinite(x):
        return 0.0 if x == -inf else x
    if x >= 1024.0:
        raise OverflowError("math range error")
    whole = round(max(x, -1200.0))
    part = _exp(_fixed(max(x, -1200.0) - whole) * _LN2_UNITS >> _BITS)
    return part / (_ONE << -whole) if whole < 0 else (part << whole) / _ONE


def _ln(units, start):
    """The natural logarithm of so many units, in units, from a float near it: one step of Halley's method."""
    reached = _exp(_fixed(start))
    return _fixed(start) + 2 * (units - reached) * _ONE // (units + reached)


def _area(x, sign):
    """The logarithm of x plus the root of x**2 + sign, for x from 0 on."""
    if x > 2.0**40:
        # The root is x.
        mantissa, exponent = frexp(x)
        return (_ln(_fixed(mantissa), log(mantissa)) + (exponent + 1) * _LN2_UNITS) / _ONE
    n = _fixed(x)
    units = n + isqrt(n * n + sign * _ONE * _ONE)
    return _ln(units, log(units / _ONE)) / _ONE


def asinh(x, /):
    x = _real(x)
    if not isfinite(x) or fabs(x) < 2.0**-60:
        return x
    return copysign(_area(fabs(x), 1), x)


def acosh(x, /):
    x = _real(x)
    if x < 1.0:
        raise ValueError(f"expected argument value not less than 1, got {x!r}")
    return _area(x, -1) if isfinite(x) else x


def atanh(x, /):
    x = _real(x)
    if fabs(x) >= 1.0:
        raise ValueError(f"expected a number between -1 and 1, got {x!r}")
    if isnan(x) or fabs(x) < 2.0**-60:
        return x
    n = _fixed(fabs(x))
    units = ((_ONE + n) << _BITS) // (_ONE - n)
    return copysign(_ln(units, log(units / _ONE)) / (2 * _ONE), x)


def _erf(n):
    """The error function of n units, 0 or more, by its power series."""
    total = term = n
    square = n * n >> _BITS
    k, sign = 1, -1
    while term:
        term = (term * square >> _BITS) // k
        total += sign * (term // (2 * k + 1))
        sign = -sign
        k += 1
    return (2 * total << _BITS) // _SQRT_PI


def erf(x, /):
    x = _real(x)
    if isnan(x) or x == 0.0:
        return x
    if fabs(x) > 6.0:
        return copysign(1.0, x)
    if fabs(x) < 2.0**-60:
        numerator, denominator = x.as_integer_ratio()
        return (2 * numerator * _ONE) / (denominator * _SQRT_PI)
    return copysign(_erf(_fixed(fabs(x))) / _ONE, x)


def erfc(x, /):
    x = _real(x)
    if isnan(x):
        return x
    if fabs(x) <= 6.0:
        n = _erf(_fixed(fabs(x)))
        return (_ONE - n if x > 0.0 else _ONE + n) / _ONE
    if x < 0.0:
        return 2.0
    if x > 28.0:
        return 0.0
    # The continued fraction of Laplace, from its end.
    n = _fixed(x)
    fraction = n
    for k in range(60, 0, -1):
        fraction = n + k * _ONE * _ONE // 2 // fraction
    units, exponent = _power(-(n * n >> _BITS))
    return (units * _ONE) / (fraction * _SQRT_PI << -exponent)


_LANCZOS_G = 6.024680040776729583740234375
_LANCZOS_ABOVE = (
    23531376880.41075968857, 42919803642.64909876895, 35711959237.35566804944, 17921034426.03720969991,
    6039542586.352028005064, 1439720407.311721673663, 248874557.8620541565114, 31426415.58540019438061,
    2876370.628935372441225, 186056.2653952234950402, 8071.672002365816210638, 210.8242777515793458725,
    2.506628274631000270164,
)
# The coefficients of x (x + 1) ... (x + 11).
_LANCZOS_BELOW = (
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0, 1925.0,
    66.0, 1.0,
)


def _lanczos_sum(x):
    """Lanczos' sum as a quotient of polynomials; in 1/x where powers of x would be large."""
    above = below = 0.0
    pairs = list(zip(_LANCZOS_ABOVE, _LANCZOS_BELOW))
    if x < 5.0:
        for high, low in reversed(pairs):
            above, below = above * x + high, below * x + low
    else:
        for high, low in pairs:
            above, below = above / x + high, below / x + low
    return above / below


def _sin_pi(x):
    """The sine of pi x, exact at whole and half numbers."""
    y = fmod(fabs(x), 2.0)
    quarter = floor(2.0 * y + 0.5)
    if quarter == 0:
        sine = sin(pi * y)
    elif quarter == 1:
        sine = cos(pi * (y - 0.5))
    elif quarter == 2:
        sine = sin(pi * (1.0 - y))
    elif quarter == 3:
        sine = -cos(pi * (y - 1.5))
    else:
        sine = sin(pi * (y - 2.0))
    return copysign(1.0, x) * sine


def _float_pow(x, y):
    try:
        return pow(x, y)
    except OverflowError:
        return inf


def gamma(x, /):
    x = _real(x)
    if x == -inf or (isfinite(x) and x == floor(x) and x <= 0.0):
        raise ValueError(f"expected a noninteger or positive integer, got {x!r}")
    if not isfinite(x):
        return x
    size = fabs(x)
    if x == floor(x) and x <= 23.0:
        return float(factorial(int(x) - 1))
    if size < 1e-20:
        result = 1.0 / x
    elif size > 200.0:
        if x > 0.0:
            raise OverflowError("math range error")
        return 0.0 / _sin_pi(x)
    else:
        result = _lanczos_gamma(x, size)
    return _finite(result)


def _lanczos_gamma(x, size):
    half = _LANCZOS_G - 0.5
    y = size + half
    # What the sum has lost, which the powers below make larger.
    lost = (y - size) - half if size > half else (y - half) - size
    lost = lost * _LANCZOS_G / y
    if x < 0.0:
        result = -pi / _sin_pi(size) / size * exp(y) / _lanczos_sum(size)
        result -= lost * result
        if size < 140.0:
            return result / _float_pow(y, size - 0.5)
        root = _float_pow(y, size / 2.0 - 0.25)
        return result / root / root
    result = _lanczos_sum(size) / exp(y)
    result += lost * result
    if size < 140.0:
        return result * _float_pow(y, size - 0.5)
    root = _float_pow(y, size / 2.0 - 0.25)
    return result * root * root


def lgamma(x, /):
    x = _real(x)
    if not isfinite(x):
        return fabs(x)
    if x == floor(x) and x <= 2.0:
        if x <= 0.0:
            raise ValueError(f"expected a noninteger or positive integer, got {x!r}")
        return 0.0
    size = fabs(x)
    if size < 1e-20:
        return -log(size)
    result = log(_lanczos_sum(size)) - _LANCZOS_G
    result += (size - 0.5) * (log(size + _LANCZOS_G - 0.5) - 1)
    if x < 0.0:
        result = log(pi) - log(fabs(_sin_pi(size))) - log(size) - result
    return _finite(result)


def remainder(x, y, /):
    x, y = _real(x), _real(y)
    if isnan(x) or isnan(y):
        return x + y
    if isinf(x) or y == 0.0:
        raise ValueError("math domain error")
    if isinf(y):
        return x
    size, unit = fabs(x), fabs(y)
    below = fmod(size, unit)
    above = unit - below
    if below < above:
        rest = below
    elif below > above:
        rest = -above
    else:
        # In the middle the quotient is even.
        rest = below - 2.0 * fmod(0.5 * (size - below), unit)
    return copysign(1.0, x) * rest


def fma(x, y, z, /):
    x, y, z = _real(x), _real(y), _real(z)
    if isnan(x) or isnan(y) or isnan(z):
        return nan
    if isinf(x) or isinf(y):
        result = x * y + z
        if isnan(result):
            raise ValueError("invalid operation in fma")
        return result
    if isinf(z):
        return z
    (a, b), (c, d), (p, q) = x.as_integer_ratio(), y.as_integer_ratio(), z.as_integer_ratio()
    numerator, denominator = a * c * q + p * b * d, b * d * q
    if numerator == 0:
        return x * y + z if x == 0.0 or y == 0.0 else 0.0
    try:
        return numerator / denominator
    except OverflowError:
        raise OverflowError("overflow in fma") from None
