"""Pseudo-random numbers: CPython's generator and the order of its draws, seeded with 0 unless the program seeds it."""

from _random import Random as _Generator
from _sys import _random_bytes
from _math import (
    acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor,
    isfinite as _isfinite, log as _log, log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt,
)

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate",
    "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
    "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
    "weibullvariate",
]

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
TWOPI = 2.0 * _pi
BPF = 53
RECIP_BPF = 2**-BPF


def _index(number):
    return range(number).stop


def _running_sums(numbers):
    sums = []
    for number in numbers:
        sums.append(sums[-1] + number if sums else number)
    return sums


def _bisect(bounds, number, high):
    low = 0
    while low < high:
        middle = (low + high) // 2
        if number < bounds[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def _is_sequence(population):
    return hasattr(type(population), "__getitem__") and not isinstance(population, dict)


class Random(_Generator):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # Whole numbers are drawn by what the class last made its own.
        for base in cls.__mro__:
            names = vars(base)
            if "_randbelow" in names:
                break
            if "getrandbits" in names:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if "random" in names:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def seed(self, a=None, version=2):
        if a is None:
            words = int.from_bytes(_random_bytes(2496), "little")
        elif version == 1 and isinstance(a, (str, bytes)):
            text = a.decode("latin-1") if isinstance(a, bytes) else a
            x = ord(text[0]) << 7 if text else 0
            for character in text:
                x = 1000003 * x & 0xFFFF_FFFF_FFFF_FFFF ^ ord(character)
            x ^= len(text)
            words = -2 if x == -1 else x
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            from hashlib import sha512

            data = a.encode() if isinstance(a, str) else bytes(a)
            words = int.from_bytes(data + sha512(data).digest())
        elif isinstance(a, int):
            words = abs(int(a))
        elif isinstance(a, float):
            words = hash(a) & 0xFFFF_FFFF_FFFF_FFFF
        else:
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
        super()._seed(words)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version == 3:
            version, words, self.gauss_next = state
            super().setstate(words)
        elif version == 2:
            version, words, self.gauss_next = state
            try:
                words = tuple(word % 2**32 for word in words)
            except ValueError as error:
                raise TypeError from error
            super().setstate(words)
        else:
            raise ValueError(
                f"state with version {version} passed to Random.setstate() of version {self.VERSION}"
            )

    def _randbelow_with_getrandbits(self, n):
        n_bits = n.bit_length()
        number = self.getrandbits(n_bits)
        while number >= n:
            number = self.getrandbits(n_bits)
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        if n >= maxsize:
            from warnings import warn

            warn(
                "Underlying random() generator does not supply \n"
                "enough bits to choose from a population range this large.\n"
                "To remove the range limitation, add a getrandbits() method."
            )
            return _floor(self.random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        number = self.random()
        while number >= limit:
            number = self.random()
        return _floor(number * maxsize) % n

    _randbelow = _randbelow_with_getrandbits

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        first = _index(start)
        if stop is None:
            if _index(step) != 1:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        end, stride = _index(stop), _index(step)
        width = end - first
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if stride == 0:
            raise ValueError("zero step for randrange()")
        n = (width + stride + (-1 if stride > 0 else 1)) // stride
        if n <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + stride * self._randbelow(n)

    def randint(self, a, b):
        low, high = _index(a), _index(b)
        if high < low:
            raise ValueError(f"empty range in randint({a}, {b})")
        return low + self._randbelow(high - low + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        below = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not _is_sequence(population):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            sums = _running_sums(counts)
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop() if sums else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0:
                raise ValueError("Counts must be non-negative")
            return [population[_bisect(sums, place, len(sums))] for place in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        below = self._randbelow
        # A pool of what is left, or a set of what was drawn: whichever is smaller.
        set_size = 21
        if k > 5:
            set_size += 4 ** _ceil(_log(k * 3, 4))
        if n <= set_size:
            pool = list(population)
            chosen = []
            for left in range(n, n - k, -1):
                place = below(left)
                chosen.append(pool[place])
                pool[place] = pool[left - 1]
            return chosen
        drawn = {}
        for _ in range(k):
            place = below(n)
            while place in drawn:
                place = below(n)
            drawn[place] = None
        return [population[place] for place in drawn]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
            cum_weights = _running_sums(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(cum_weights, self.random() * total, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if u > peak:
            u, peak = 1.0 - u, 1.0 - peak
            low, high = high, low
        return low + (high - low) * _sqrt(u * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # The ratio of two uniform numbers (Kinderman and Monahan).
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = NV_MAGICCONST * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller's method makes two at once.
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Best and Fisher's rejection.
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return (self._large_gamma(alpha) if alpha > 1.0 else self._small_gamma(alpha)) * beta

    def _large_gamma(self, alpha):
        # Cheng's rejection.
        a = _sqrt(2.0 * alpha - 1.0)
        b = alpha - LOG4
        c = alpha + a
        while True:
            u = self.random()
            if not 1e-7 < u < 0.9999999:
                continue
            w = 1.0 - self.random()
            v = _log(u / (1.0 - u)) / a
            x = alpha * _exp(v)
            z = u * u * w
            r = b + c * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                return x

    def _small_gamma(self, alpha):
        # Ahrens and Dieter's rejection.
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            w = self.random()
            if w <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            return self._few_successes(n, p)
        return self._many_successes(n, p)

    def _few_successes(self, n, p):
        # The distances between them are drawn.
        x = y = 0
        c = _log2(1.0 - p)
        if not c:
            return x
        while True:
            y += _floor(_log2(self.random()) / c) + 1
            if y > n:
                return x
            x += 1

    def _many_successes(self, n, p):
        # Hörmann's transformed rejection.
        spread = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        v_sure = 0.92 - 4.2 / b
        alpha = (2.83 + 5.1 / b) * spread
        odds = _log(p / (1.0 - p))
        middle = _floor((n + 1) * p)
        from math import lgamma

        h = lgamma(middle + 1) + lgamma(n - middle + 1)
        while True:
            u = self.random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = self.random()
            if us >= 0.07 and v <= v_sure:
                return k
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - middle) * odds:
                return k


class SystemRandom(Random):
    def random(self):
        return (int.from_bytes(_random_bytes(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        n_bytes = (k + 7) // 8
        return int.from_bytes(_random_bytes(n_bytes)) >> n_bytes * 8 - k

    def randbytes(self, n):
        return _random_bytes(n)

    def seed(self, *args, **kwds):
        return None

    def _no_state(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _no_state


_inst = Random(0)
seed, random, uniform, triangular = _inst.seed, _inst.random, _inst.uniform, _inst.triangular
randint, choice, randrange, sample = _inst.randint, _inst.choice, _inst.randrange, _inst.sample
shuffle, choices, normalvariate, gauss = _inst.shuffle, _inst.choices, _inst.normalvariate, _inst.gauss
lognormvariate, expovariate, vonmisesvariate = _inst.lognormvariate, _inst.expovariate, _inst.vonmisesvariate
gammavariate, betavariate, binomialvariate = _inst.gammavariate, _inst.betavariate, _inst.binomialvariate
paretovariate, weibullvariate, randbytes = _inst.paretovariate, _inst.weibullvariate, _inst.randbytes
getstate, setstate, getrandbits = _inst.getstate, _inst.setstate, _inst.getrandbits
