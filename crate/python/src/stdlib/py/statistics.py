"""Averages and measures of spread."""

import _math
from collections import Counter as _Counter


class StatisticsError(ValueError):
    pass


def _exact(data):
    """The sum of all numbers as a fraction in two integers, and whether one was a float."""
    top, bottom = 0, 1
    is_float = False
    n = 0
    for value in data:
        n += 1
        is_float = is_float or isinstance(value, float)
        if isinstance(value, float) and not _math.isfinite(value):
            return None, None, True, n
        a, b = value.as_integer_ratio()
        top, bottom = top * b + a * bottom, bottom * b
        common = _math.gcd(top, bottom)
        if common > 1:
            top, bottom = top // common, bottom // common
    return top, bottom, is_float, n


def _convert(top, bottom, is_float):
    if not is_float and top % bottom == 0:
        return top // bottom
    return top / bottom


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    top, bottom, is_float, n = _exact(data)
    if top is None:
        return sum(data) / n
    return _convert(top, bottom * n, is_float)


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(data) != len(weights):
            raise StatisticsError("data and weights must be the same length")
        total = _math.fsum(weights)
        if not total:
            raise StatisticsError("sum of weights must be non-zero")
        return _math.sumprod(data, weights) / total
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return _math.fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    if any(x < 0 for x in data):
        raise StatisticsError("No negative inputs allowed")
    if 0 in data:
        return 0.0
    return _math.exp(_math.fsum(map(_math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    # The sum of w / x as one fraction.
    top, bottom = 0, 1
    for weight, value in zip(weights, data):
        a, b = weight.as_integer_ratio()
        c, d = value.as_integer_ratio()
        top, bottom = top * b * c + a * d * bottom, bottom * b * c
    total, scale, _, _ = _exact(weights)
    return total * bottom / (scale * top)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def mode(data):
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def _squares(data, center):
    """The sum of squared distances from the mean, as a fraction; its kind and length."""
    data = list(data)
    top, bottom, is_float, n = _exact(data)
    if center is not None:
        c_top, c_bottom = center.as_integer_ratio()
        is_float = is_float or isinstance(center, float)
    else:
        c_top, c_bottom = top, bottom * max(n, 1)
    total, scale = 0, 1
    for value in data:
        a, b = value.as_integer_ratio()
        distance, unit = a * c_bottom - c_top * b, b * c_bottom
        total, scale = total * unit * unit + distance * distance * scale, scale * unit * unit
        common = _math.gcd(total, scale)
        if common > 1:
            total, scale = total // common, scale // common
    return total, scale, is_float, n


def variance(data, xbar=None):
    total, scale, is_float, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total, scale * (n - 1), is_float)


def pvariance(data, mu=None):
    total, scale, is_float, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total, scale * n, is_float)


def _root(top, bottom):
    """The square root of a fraction, rounded once."""
    if top == 0:
        return 0.0
    shift = max(0, 110 - (top.bit_length() - bottom.bit_length()))
    shift += shift % 2
    scaled = (top << shift) // bottom
    root = _math.isqrt(scaled)
    if root * root != scaled or (top << shift) % bottom:
        root |= 1
    return root / (1 << shift // 2)


def stdev(data, xbar=None):
    total, scale, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total, scale * (n - 1))


def pstdev(data, mu=None):
    total, scale, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total, scale * n)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if not data:
        raise StatisticsError("must have at least one data point")
    if len(data) == 1:
        return data * (n - 1)
    result = []
    if method == "inclusive":
        m = len(data) - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = len(data) + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), len(data) - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    x_mean, y_mean = fmean(x), fmean(y)
    x, y = [v - x_mean for v in x], [v - y_mean for v in y]
    xy, xx, yy = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    if not xx or not yy:
        raise StatisticsError("at least one of the inputs is constant")
    return xy / _math.sqrt(xx * yy)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    x_mean, y_mean = fmean(x), fmean(y)
    return _math.sumprod((v - x_mean for v in x), (v - y_mean for v in y)) / (n - 1)
