"""Days of the Gregorian calendar, and dates and times as texts: what `datetime` does without its classes."""

import time as _clock

MINYEAR = 1
MAXYEAR = 9999

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS[month - 1]


def days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def to_ordinal(year, month, day):
    days = sum(_DAYS[: month - 1])
    if month > 2 and is_leap(year):
        days += 1
    return days_before_year(year) + days + day


def from_ordinal(n):
    year = min(MAXYEAR, n // 366 + 1)
    while year < MAXYEAR and days_before_year(year + 1) < n:
        year += 1
    n -= days_before_year(year)
    month = 1
    while n > days_in_month(year, month):
        n -= days_in_month(year, month)
        month += 1
    return year, month, n


def whole(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        name = type(value).__name__
        raise TypeError(f"'{name}' object cannot be interpreted as an integer") from None


def check_date(year, month, day):
    for place, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
    year, month, day = whole(year), whole(month), whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise ValueError(f"day {day} must be in range 1..{last} for month {month} in year {year}")
    return year, month, day


def check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = whole(hour), whole(minute), whole(second), whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError(f"hour must be in 0..23, not {hour}")
    if not 0 <= minute <= 59:
        raise ValueError(f"minute must be in 0..59, not {minute}")
    if not 0 <= second <= 59:
        raise ValueError(f"second must be in 0..59, not {second}")
    if not 0 <= microsecond <= 999999:
        raise ValueError(f"microsecond must be in 0..999999, not {microsecond}")
    if fold not in (0, 1):
        raise ValueError(f"fold must be either 0 or 1, not {fold}")
    return hour, minute, second, microsecond


def offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{separator}{minutes % 60:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
    if offset.microseconds:
        text += f".{offset.microseconds:06d}"
    return text


def time_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def format_date(value, format, fields):
    """`strftime`: what the calendar alone doesn't know is filled in first."""
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == ":" and format[i : i + 1] == "z":
            i += 1
            out.append(offset_text(value.utcoffset()) if hasattr(value, "utcoffset") else "")
        elif c == "f":
            out.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif c == "z":
            out.append(offset_text(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
        elif c == "Z":
            out.append((value.tzname() or "").replace("%", "%%") if hasattr(value, "tzname") else "")
        else:
            out.append("%" + c)
    return _clock.strftime("".join(out), fields)


def read_digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def read_clock(text):
    """Hours, minutes, seconds and microseconds of `HH[:MM[:SS[.f]]]`, with colons or without."""
    whole, point, fraction = text.replace(",", ".").partition(".")
    parts = whole.split(":") if ":" in whole else [whole[i : i + 2] for i in range(0, len(whole), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts) or (point and len(parts) < 3):
        raise ValueError
    fields = [read_digits(part) for part in parts] + [0] * (3 - len(parts))
    microsecond = read_digits((fraction + "000000")[:6]) if point and fraction else 0
    if point and not fraction:
        raise ValueError
    return *fields, microsecond
