# The calendar of `time`: moments, tuples, formats, refusals; a converter that is no method.
import logging
import time
from time import struct_time

for seconds in (0, 1_767_225_600, 951_782_400, -1, 253_402_300_799, 1e9 + 0.5):
    t = time.localtime(seconds)
    print(t, t.tm_year, t[1], time.mktime(t), time.asctime(t), time.ctime(seconds))
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %c %C %D %e %F %I %j %p %r %R %s %T %u %U %V %w %W %x %X %y %z %Z", t))
print(time.strftime("%% %G|%%Y|100%%", time.gmtime(0)), repr(time.strftime("")))

for wrong in (
    lambda: time.gmtime("x"), lambda: time.gmtime(float("inf")), lambda: time.gmtime(float("nan")),
    lambda: time.strftime(5), lambda: time.strftime("%Y", (2000, 13, 1, 0, 0, 0, 0, 0, 0)),
    lambda: time.mktime((1, 2)), lambda: time.mktime([1]), lambda: time.struct_time((1, 2)),
    lambda: time.slep(1), lambda: time.nothing,
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

print(isinstance(time.localtime(0), struct_time), struct_time, time.struct_time(range(9)))
print(time.strptime("2024-02-03", "%Y-%m-%d"))
match time.gmtime(0):
    case struct_time(year, month):
        print(year, month)


class InUtc(logging.Formatter):
    converter = time.gmtime


record = logging.LogRecord("a", logging.INFO, "p", 1, "m", None, None)
record.created = 86_400.0
print(InUtc().formatTime(record, "%d %b %Y"), InUtc.converter(0).tm_year)
