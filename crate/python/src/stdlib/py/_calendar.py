"""The calendar of `time`, in UTC: `time` looks here for the names that it does not have itself."""

from _math import floor as _floor, isnan as _isnan
from time import time_ns as _time_ns

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    __slots__ = ()
    __module__ = "time"
    __match_args__ = _FIELDS
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0

    def __new__(cls, sequence, dict=None, /):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        if len(items) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)")
        return super().__new__(cls, items[:9])

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"

    def __reduce__(self):
        return struct_time, (tuple(self),)

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)


def _days_before(year, month, day):
    """Days from 1970-01-01 to a day of the Gregorian calendar."""
    # Years begin in March, so that the leap day comes last.
    year -= month <= 2
    month = (month + 9) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 719_469


def _moment(seconds):
    days, rest = divmod(seconds, 86_400)
    year = 1970 + days // 366
    while _days_before(year + 1, 1, 1) <= days:
        year += 1
    month = 12
    while _days_before(year, month, 1) > days:
        month -= 1
    day = days - _days_before(year, month, 1) + 1
    in_year = days - _days_before(year, 1, 1) + 1
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, in_year, 0))


def _whole_seconds(seconds):
    if seconds is None:
        return _time_ns() // 10**9
    if isinstance(seconds, float):
        if _isnan(seconds):
            raise ValueError("Invalid value NaN (not a number)")
        if abs(seconds) > 1 << 40:
            raise OverflowError("timestamp out of range for platform time_t")
        return _floor(seconds)
    seconds = range(seconds).stop
    # The years 1 to 9999 and a little more: what a calendar needs.
    if abs(seconds) > 1 << 40:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds


class _Zone:
    """Methods, so that they are not bound once more where a class has them: `Formatter.converter = time.gmtime`."""

    def gmtime(self, seconds=None, /):
        return _moment(_whole_seconds(seconds))

    def localtime(self, seconds=None, /):
        return _moment(_whole_seconds(seconds))


gmtime = _Zone().gmtime
localtime = _Zone().localtime


def _fields(value, function):
    """A `struct_time` or a tuple of nine integers, with what C makes of zeros."""
    if not isinstance(value, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(value) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, in_year, _ = (range(item).stop for item in value)
    month, day = month or 1, day or 1
    for name, field, low, high in (
        ("month", month, 1, 12), ("day of month", day, 1, 31), ("hour", hour, 0, 23), ("minute", minute, 0, 59),
        ("seconds", second, 0, 61),
    ):
        if not low <= field <= high:
            raise ValueError(f"{name} out of range")
    return year, month, day, hour, minute, second, weekday % 7, in_year or 1, 0


def _seconds_of(fields):
    year, month, day, hour, minute, second = fields[:6]
    return _days_before(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second


def mktime(t, /):
    return float(_seconds_of(_fields(t, "mktime")))


def _iso_week(fields):
    """Year and week of ISO 8601: a week belongs to the year of its Thursday."""
    thursday = _moment((_days_before(*fields[:3]) - fields[6] + 3) * 86_400)
    return thursday[0], (thursday[7] - 1) // 7 + 1


_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p", "R": "%H:%M",
    "T": "%H:%M:%S", "X": "%H:%M:%S",
}
# What stands for a letter, from the fields.
_LETTERS = {
    "a": lambda t: _DAYS[t[6]][:3],
    "A": lambda t: _DAYS[t[6]],
    "b": lambda t: _MONTHS[t[1] - 1][:3],
    "h": lambda t: _MONTHS[t[1] - 1][:3],
    "B": lambda t: _MONTHS[t[1] - 1],
    "C": lambda t: f"{t[0] // 100:02}",
    "d": lambda t: f"{t[2]:02}",
    "e": lambda t: f"{t[2]:2}",
    "G": lambda t: str(_iso_week(t)[0]),
    "H": lambda t: f"{t[3]:02}",
    "I": lambda t: f"{(t[3] + 11) % 12 + 1:02}",
    "j": lambda t: f"{t[7]:03}",
    "m": lambda t: f"{t[1]:02}",
    "M": lambda t: f"{t[4]:02}",
    "n": lambda t: "\n",
    "p": lambda t: "AM" if t[3] < 12 else "PM",
    "s": lambda t: str(_seconds_of(t)),
    "S": lambda t: f"{t[5]:02}",
    "t": lambda t: "\t",
    "u": lambda t: str(t[6] + 1),
    "U": lambda t: f"{(t[7] + 6 - (t[6] + 1) % 7) // 7:02}",
    "V": lambda t: f"{_iso_week(t)[1]:02}",
    "w": lambda t: str((t[6] + 1) % 7),
    "W": lambda t: f"{(t[7] + 6 - t[6]) // 7:02}",
    "y": lambda t: f"{t[0] % 100:02}",
    "Y": lambda t: str(t[0]),
    "z": lambda t: "+0000",
    "Z": lambda t: "UTC",
    "%": lambda t: "%",
}


def _formatted(format, fields):
    plain, *parts = format.split("%")
    texts = [plain]
    parts.reverse()
    while parts:
        part = parts.pop()
        if not part and parts:
            # `%%`: what follows is plain.
            texts += ["%", parts.pop()]
            continue
        letter, rest = part[:1], part[1:]
        if letter in _COMPOSED:
            texts.append(_formatted(_COMPOSED[letter], fields))
        elif letter in _LETTERS:
            texts.append(_LETTERS[letter](fields))
        else:
            texts.append("%" + letter)
        texts.append(rest)
    return "".join(texts)


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _formatted(format, _moment(_whole_seconds(None)) if t is None else _fields(t, "strftime"))


def asctime(t=None, /):
    return _formatted(_COMPOSED["c"], _moment(_whole_seconds(None)) if t is None else _fields(t, "asctime"))


def ctime(seconds=None, /):
    return _formatted(_COMPOSED["c"], _moment(_whole_seconds(seconds)))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime

    return _strptime.struct_time(string, format)
