"""Dates and times of the Gregorian calendar.

Long because its classes make each other: each knows the others' results.
"""

import _calendar
import time as _clock
from _dates import (
    MAXYEAR,
    MINYEAR,
    check_date,
    check_time,
    days_before_year,
    format_date,
    from_ordinal,
    offset_text,
    read_clock,
    read_digits,
    time_text,
    to_ordinal,
)
from _strptime import parse as _parse

__all__ = ("MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo")

_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_US_PER_DAY = 86_400_000_000
_EPOCH_ORDINAL = 719_163


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _full_name(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


class timedelta:
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = (
            (days, _US_PER_DAY, "days"),
            (seconds, 1_000_000, "seconds"),
            (microseconds, 1, "microseconds"),
            (milliseconds, 1000, "milliseconds"),
            (minutes, 60_000_000, "minutes"),
            (hours, 3_600_000_000, "hours"),
            (weeks, 7 * _US_PER_DAY, "weeks"),
        )
        whole = 0
        fraction = 0.0
        for value, unit, name in parts:
            if isinstance(value, int):
                whole += int(value) * unit
            elif isinstance(value, float):
                units = int(value)
                whole += units * unit
                fraction += (value - units) * unit
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        return cls._of(whole + round(fraction))

    @classmethod
    def _of(cls, us):
        if not -999_999_999 * _US_PER_DAY <= us < 1_000_000_000 * _US_PER_DAY:
            days = us // _US_PER_DAY
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._us = us
        return self

    @property
    def days(self):
        return self._us // _US_PER_DAY

    @property
    def seconds(self):
        return self._us % _US_PER_DAY // 1_000_000

    @property
    def microseconds(self):
        return self._us % 1_000_000

    def total_seconds(self):
        return self._us / 10**6

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            value = getattr(self, name)
            if value:
                parts.append(f"{name}={value}")
        return f"{_full_name(type(self))}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self.days:
            plural = "" if abs(self.days) == 1 else "s"
            text = f"{self.days} day{plural}, {text}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us - other._us)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._us - self._us)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return timedelta._of(self._us)

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._us * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(_divide_nearest(self._us, other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._us * bottom, top))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return timedelta._of(self._us // other)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._us, other._us)
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0


def _divide_nearest(a, b):
    if b == 0:
        raise ZeroDivisionError("division by zero")
    if b < 0:
        a, b = -a, -b
    quotient, rest = divmod(a, b)
    if rest * 2 > b or (rest * 2 == b and quotient % 2 == 1):
        quotient += 1
    return quotient


timedelta.min = timedelta._of(-999_999_999 * _US_PER_DAY)
timedelta.max = timedelta._of(1_000_000_000 * _US_PER_DAY - 1)
timedelta.resolution = timedelta._of(1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc() requires a non-None utcoffset() result")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc() requires a non-None dst() result")
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
        return dt + saving


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {_full_name(type(offset))}"
            )
        if name is None and not offset:
            return cls.utc
        return cls._make(offset, name)

    @classmethod
    def _make(cls, offset, name):
        if not -_US_PER_DAY < offset._us < _US_PER_DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}"
            )
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone._make(timedelta(0), None)
timezone.min = timezone._make(-timedelta(hours=23, minutes=59), None)
timezone.max = timezone._make(timedelta(hours=23, minutes=59), None)
UTC = timezone.utc


class IsoCalendarDate(tuple):
    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=None, month=None, day=None):
        year, month, day = check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_calendar.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3_652_059:
            raise ValueError("year 10000 is out of range")
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_read_date(text))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = to_ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        last = 53 if date(year, 12, 28).isocalendar()[1] == 53 else 52
        if not 1 <= week <= last:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    @classmethod
    def strptime(cls, text, format):
        return cls(*_parse(text, format)[:3])

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = from_ordinal(self.toordinal() - self.weekday() + 3)
        week = (to_ordinal(*thursday) - to_ordinal(thursday[0], 1, 1)) // 7 + 1
        return IsoCalendarDate((thursday[0], week, self.isoweekday()))

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def timetuple(self):
        return _calendar.struct_time(self._fields(0, 0, 0))

    def _fields(self, hour, minute, second, dst=-1):
        in_year = self.toordinal() - days_before_year(self._year)
        return self._year, self._month, self._day, hour, minute, second, date.weekday(self), in_year, dst

    def strftime(self, format):
        return format_date(self, format, tuple(self.timetuple()))

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    __replace__ = replace

    def __repr__(self):
        return f"{_full_name(type(self))}({self._year}, {self._month}, {self._day})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if not 1 <= n <= 3_652_059:
                raise OverflowError("date value out of range")
            return type(self).fromordinal(n)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _is_comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._is_comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._is_comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._is_comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._is_comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._is_comparable(other) else NotImplemented

    def __hash__(self):
        return hash(bytes((self._year >> 8, self._year & 255, self._month, self._day)))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


def _read_date(text):
    if len(text) == 10 and text[4] == text[7] == "-":
        return read_digits(text[:4]), read_digits(text[5:7]), read_digits(text[8:])
    if "W" in text:
        compact = text.replace("-", "")
        day = read_digits(compact[7:]) if len(compact) > 7 else 1
        return date.fromisocalendar(read_digits(compact[:4]), read_digits(compact[5:7]), day)._key()
    if len(text) == 8:
        return read_digits(text[:4]), read_digits(text[4:6]), read_digits(text[6:])
    raise ValueError


def _read_time(text):
    text = text.removeprefix("T")
    zone = None
    for i, c in enumerate(text):
        if c == "Z" and i == len(text) - 1:
            zone = UTC
            text = text[:i]
            break
        if c in "+-":
            hours, minutes, seconds, us = read_clock(text[i + 1 :])
            offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
            zone = timezone(offset if c == "+" else -offset)
            text = text[:i]
            break
    return *read_clock(text), zone


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_read_time(text))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def strptime(cls, text, format):
        fields = _parse(text, format)
        return cls(*fields[3:7], _zone_of(fields[7], fields[8]))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        text = time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return format_date(self, format, fields)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __repr__(self):
        fields = [self._hour, self._minute]
        if self._second or self._microsecond:
            fields.append(self._second)
        if self._microsecond:
            fields.append(self._microsecond)
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_full_name(type(self))}({text})"

    def _key(self):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond
        offset = self.utcoffset()
        return us if offset is None else us - offset._us

    def _order(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - other._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __lt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order < 0

    def __le__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order >= 0

    def __hash__(self):
        state = bytes((self._hour, self._minute, self._second)) + self._microsecond.to_bytes(3)
        return hash(state) if self.utcoffset() is None else hash(self._key())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _zone_of(offset, name):
    if offset is None:
        return None
    return timezone(timedelta(microseconds=offset)) if name is None else timezone(timedelta(microseconds=offset), name)


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        year, month, day = check_date(year, month, day)
        hour, minute, second, microsecond = check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of_us(cls, us, zone):
        """The moment so many microseconds after the year 1 began."""
        days, us = divmod(us, _US_PER_DAY)
        if not 0 <= days < 3_652_059:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        return cls(*from_ordinal(days + 1), minutes // 60, minutes % 60, second, us, zone)

    def _us(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() - 1) * _US_PER_DAY + seconds * 1_000_000 + self._microsecond

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        us = round(timestamp * 1_000_000) if isinstance(timestamp, int) else _round_us(timestamp)
        moment = us + (_EPOCH_ORDINAL - 1) * _US_PER_DAY
        if not 0 <= moment < 3_652_059 * _US_PER_DAY:
            raise ValueError(f"year {1970 + us // (_US_PER_DAY * 365)} is out of range")
        result = cls._of_us(moment, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        us = _clock.time_ns() // 1000 + (_EPOCH_ORDINAL - 1) * _US_PER_DAY
        result = cls._of_us(us, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            for length in (10, 8, 7):
                if len(text) == length:
                    return cls(*_read_date(text))
                if len(text) > length and not text[length].isdigit() and text[length] not in "-W":
                    return cls(*_read_date(text[:length]), *_read_time(text[length + 1 :]))
            raise ValueError
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def strptime(cls, text, format):
        fields = _parse(text, format)
        return cls(*fields[:7], _zone_of(fields[7], fields[8]))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(
            self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold
        )

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _utc_us(self):
        offset = self.utcoffset()
        return self._us() if offset is None else self._us() - offset._us

    def timestamp(self):
        return (self._utc_us() - (_EPOCH_ORDINAL - 1) * _US_PER_DAY) / 10**6

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        if not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        if tz is self._tzinfo:
            return self
        return tz.fromutc(type(self)._of_us(self._utc_us(), tz))

    def timetuple(self):
        saving = self.dst()
        flag = -1 if saving is None else int(bool(saving))
        return _calendar.struct_time(self._fields(self._hour, self._minute, self._second, flag))

    def utctimetuple(self):
        moment = type(self)._of_us(self._utc_us(), None)
        return _calendar.struct_time(moment._fields(moment._hour, moment._minute, moment._second, 0))

    def isoformat(self, sep="T", timespec="auto"):
        text = time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{text}{offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} {clock} {self._year:04d}"

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
        tzinfo=True, *, fold=None,
    ):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            fields.append(self._second)
        if self._microsecond:
            fields.append(self._microsecond)
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_full_name(type(self))}({text})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_us(self._us() + other._us, self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_us(self._us() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._us() - other._us())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._utc_us() - other._utc_us())

    def _order(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._us() - other._us()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc_us() - other._utc_us()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._us() == other._us()
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._utc_us() == other._utc_us()

    def __lt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order < 0

    def __le__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return order if order is NotImplemented else order >= 0

    def __hash__(self):
        if self.utcoffset() is None:
            head = bytes((self._year >> 8, self._year & 255, self._month, self._day))
            tail = bytes((self._hour, self._minute, self._second)) + self._microsecond.to_bytes(3)
            return hash(head + tail)
        return hash(timedelta._of(self._utc_us() + _US_PER_DAY))


def _round_us(seconds):
    top, bottom = seconds.as_integer_ratio()
    return _divide_nearest(top * 1_000_000, bottom)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
