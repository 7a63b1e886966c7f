"""Reading dates and times by a format, for `time.strptime` and `datetime.strptime`."""

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)
# Directives that are numbers: the field and the most digits.
_NUMBERS = {
    "d": ("day", 2), "H": ("hour", 2), "I": ("hour12", 2), "j": ("in_year", 3), "m": ("month", 2),
    "M": ("minute", 2), "S": ("second", 2), "y": ("year2", 2), "Y": ("year", 4), "w": ("weekday0", 1),
    "u": ("weekday1", 1), "U": ("week_sunday", 2), "W": ("week_monday", 2), "G": ("iso_year", 4),
    "V": ("iso_week", 2),
}
_RANGES = {
    "day": (1, 31), "hour": (0, 23), "hour12": (1, 12), "in_year": (1, 366), "month": (1, 12),
    "minute": (0, 59), "second": (0, 61),
}
_COMPOSED = {
    "c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S",
    "R": "%H:%M", "F": "%Y-%m-%d",
}


class _Mismatch(Exception):
    pass


def _digits(text, at, most):
    end = at
    while end < len(text) and end - at < most and "0" <= text[end] <= "9":
        end += 1
    if end == at:
        raise _Mismatch
    return text[at:end], end


def _name(text, at, names):
    rest = text[at:].lower()
    for index, name in enumerate(names):
        for form in (name, name[:3]):
            if rest.startswith(form):
                return index, at + len(form)
    raise _Mismatch


def _number(found, text, at, directive):
    field, most = _NUMBERS[directive]
    digits, end = _digits(text, at, most)
    if field == "year" and len(digits) < 4:
        raise _Mismatch
    value = int(digits)
    low, high = _RANGES.get(field, (0, 9999))
    # Two digits that make no such number: take one, as a pattern would.
    while not low <= value <= high:
        if end - at <= 1:
            raise _Mismatch
        end -= 1
        value = int(text[at:end])
    found[field] = value
    return end


def _offset(found, text, at):
    if text[at : at + 1] == "Z":
        found["offset"] = 0
        return at + 1
    sign = text[at : at + 1]
    if sign not in ("+", "-"):
        raise _Mismatch
    hours, at = _digits(text, at + 1, 2)
    at += text[at : at + 1] == ":"
    minutes, at = _digits(text, at, 2)
    seconds = 0
    if text[at : at + 1] == ":":
        digits, at = _digits(text, at + 1, 2)
        seconds = int(digits)
    offset = ((int(hours) * 60 + int(minutes)) * 60 + seconds) * 1_000_000
    found["offset"] = offset if sign == "+" else -offset
    return at


def _read(text, format, at, found):
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if at >= len(text) or not text[at].isspace():
                raise _Mismatch
            while at < len(text) and text[at].isspace():
                at += 1
            while i < len(format) and format[i].isspace():
                i += 1
            continue
        if c != "%":
            if text[at : at + 1].lower() != c.lower():
                raise _Mismatch
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{format}'")
        c = format[i]
        i += 1
        if c in _NUMBERS:
            at = _number(found, text, at, c)
        elif c in _COMPOSED:
            at = _read(text, _COMPOSED[c], at, found)
        elif c == "f":
            digits, at = _digits(text, at, 6)
            found["microsecond"] = int(digits.ljust(6, "0"))
        elif c in "bBh":
            index, at = _name(text, at, _MONTHS)
            found["month"] = index + 1
        elif c in "aA":
            found["weekday"], at = _name(text, at, _DAYS)
        elif c == "p":
            half = text[at : at + 2].lower()
            if half not in ("am", "pm"):
                raise _Mismatch
            found["half"] = half
            at += 2
        elif c == "z":
            at = _offset(found, text, at)
        elif c == "Z":
            for name in ("utc", "gmt"):
                if text[at : at + 3].lower() == name:
                    found["zone"] = text[at : at + 3]
                    at += 3
                    break
        elif c == "%":
            if text[at : at + 1] != "%":
                raise _Mismatch
            at += 1
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{format}'")
    return at


def parse(text, format):
    """Year, month, day, hour, minute, second, microsecond, offset in microseconds or None, zone name or None."""
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 0 must be str, not {type(text)}")
    if not isinstance(format, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(format)}")
    found = {}
    try:
        end = _read(text, format, 0, found)
    except _Mismatch:
        raise ValueError(f"time data {text!r} does not match format {format!r}") from None
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    year = found.get("year", 1900)
    if "year2" in found:
        year = found["year2"] + (2000 if found["year2"] <= 68 else 1900)
    hour = found.get("hour", 0)
    if "hour12" in found:
        hour = found["hour12"] % 12 + (12 if found.get("half") == "pm" else 0)
    month, day = found.get("month", 1), found.get("day", 1)
    if "in_year" in found and "month" not in found:
        month, day = _day_in_year(year, found["in_year"])
    return (
        year, month, day, hour, found.get("minute", 0), found.get("second", 0),
        found.get("microsecond", 0), found.get("offset"), found.get("zone") if "offset" in found else None,
    )


def _day_in_year(year, n):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    for month, days in enumerate((31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1):
        if n <= days:
            return month, n
        n -= days
    raise ValueError("day of year out of range")


def struct_time(text, format):
    """What `time.strptime` gives."""
    import _calendar
    from datetime import date

    year, month, day, hour, minute, second = parse(text, format)[:6]
    day_of_week = date(year, month, day).weekday()
    in_year = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    return _calendar.struct_time((year, month, day, hour, minute, second, day_of_week, in_year, -1))
