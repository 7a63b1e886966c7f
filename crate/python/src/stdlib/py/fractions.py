"""Quotients of integers, without rounding."""

import _math
import operator
from numbers import Complex as _Complex, Rational as _Rational

__all__ = ["Fraction"]


def _parse(text):
    """Numerator and denominator of a text: `3/4`, `-1.5`, `2e-3`."""
    wrong = ValueError(f"Invalid literal for Fraction: {text!r}")
    body = text.strip().replace("_", "") if "__" not in text else ""
    sign = -1 if body.startswith("-") else 1
    body = body[1:] if body[:1] in ("+", "-") else body
    top, slash, bottom = body.partition("/")
    if slash:
        if not (top.isdecimal() and bottom.isdecimal()):
            raise wrong
        return sign * int(top), int(bottom)
    mantissa, mark, exponent = body.lower().partition("e")
    whole, _, decimals = mantissa.partition(".")
    digits = whole + decimals
    power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not digits.isdecimal() or mark and not power.isdecimal():
        raise wrong
    shift = (int(exponent) if mark else 0) - len(decimals)
    return sign * int(digits) * 10 ** max(shift, 0), 10 ** max(-shift, 0)


class Fraction(_Rational):
    """A quotient in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._made(numerator, 1)
            if isinstance(numerator, _Rational):
                return cls._made(numerator.numerator, numerator.denominator)
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                return cls._made(*numerator.as_integer_ratio())
            else:
                raise TypeError(
                    "argument should be a string or a Rational instance or have the as_integer_ratio() method"
                )
        elif isinstance(numerator, _Rational) and isinstance(denominator, _Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = _math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        return cls._made(numerator // common, denominator // common)

    @classmethod
    def _made(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._made(*dec.as_integer_ratio())

    @classmethod
    def from_number(cls, number):
        return cls(number)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest quotient with a small denominator: the last two of the continued fraction compete."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if q0 + whole * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q0 + whole * q1
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec):
        if not format_spec:
            return str(self)
        if format_spec[-1] in "eEfFgG%":
            return format(float(self), format_spec)
        return format(str(self), format_spec)

    def __add__(a, b):
        return _calculate(a, b, _add, operator.add)

    def __radd__(b, a):
        return _calculate(a, b, _add, operator.add)

    def __sub__(a, b):
        return _calculate(a, b, _sub, operator.sub)

    def __rsub__(b, a):
        return _calculate(a, b, _sub, operator.sub)

    def __mul__(a, b):
        return _calculate(a, b, _mul, operator.mul)

    def __rmul__(b, a):
        return _calculate(a, b, _mul, operator.mul)

    def __truediv__(a, b):
        return _calculate(a, b, _div, operator.truediv)

    def __rtruediv__(b, a):
        return _calculate(a, b, _div, operator.truediv)

    def __floordiv__(a, b):
        return _calculate(a, b, _floordiv, operator.floordiv)

    def __rfloordiv__(b, a):
        return _calculate(a, b, _floordiv, operator.floordiv)

    def __mod__(a, b):
        return _calculate(a, b, _mod, operator.mod)

    def __rmod__(b, a):
        return _calculate(a, b, _mod, operator.mod)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, _Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction(a._numerator**power, a._denominator**power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
                return Fraction(a._denominator**-power, a._numerator**-power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, _Rational):
            return Fraction(a) ** b
        return a ** float(b)

    def __neg__(self):
        return self._made(-self._numerator, self._denominator)

    def __pos__(self):
        return self._made(self._numerator, self._denominator)

    def __abs__(self):
        return self._made(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = 2 * rest - self._denominator
            return whole + (twice > 0 or twice == 0 and whole % 2)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        if self._denominator % modulus == 0:
            found = 314159
        else:
            found = abs(self._numerator) * pow(self._denominator, -1, modulus) % modulus
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(a, b):
        if isinstance(b, _Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, _Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if _math.isnan(b) or _math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, test):
        if isinstance(other, _Rational):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return test(0.0, other) if _math.isnan(other) or _math.isinf(other) else test(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _calculate(a, b, exact, other):
    if isinstance(a, _Rational) and isinstance(b, _Rational):
        return exact(a.numerator, a.denominator, b.numerator, b.denominator)
    if isinstance(a, (float, complex)) or isinstance(b, (float, complex)):
        return other(a if isinstance(a, (float, complex)) else float(a), b if isinstance(b, (float, complex)) else float(b))
    return NotImplemented


def _add(p, q, r, s):
    return Fraction(p * s + r * q, q * s)


def _sub(p, q, r, s):
    return Fraction(p * s - r * q, q * s)


def _mul(p, q, r, s):
    return Fraction(p * r, q * s)


def _div(p, q, r, s):
    if r == 0:
        raise ZeroDivisionError(f"Fraction({p * s}, 0)")
    return Fraction(p * s, q * r)


def _floordiv(p, q, r, s):
    return p * s // (q * r)


def _mod(p, q, r, s):
    return Fraction(p * s % (r * q), q * s)
