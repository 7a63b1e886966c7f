# printf-style formatting: conversions, flags, widths from arguments, mappings and every error
print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, -2, 3.9), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8), "%e %E %f %F %g %G" % (1234.5, 1234.5, 1.5, 1.5, 1e-10, 1e20), "%.2f %.0f %#.0f %10.3f|%-10.1f|" % (3.14159, 2.5, 2.5, 2.71828, 1.0), "%c%c%c" % (65, "b", "é"), "%%", "%5s|%-5s|%.2s" % ("ab", "ab", "abcdef"), "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25}, "%(k)s" % {"k": (1, 2)}, "%s" % (1,), "%s" % [1, 2], "%s" % None, "%s %s" % ("a", [1]), "%s" % ((1, 2),), "no args" % (), "no args" % {}, "%(x y)d" % {"x y": 5}, "%r" % "it's", "%s" % {"a": 1}, "%d%%" % 50, "%s" % b"x", "%g %g" % (100000, 1000000), "%d" % True, "%.3d" % 5, "%x" % -255, "%5.3d|" % 7, "%i" % 10 ** 20, "%f" % float("inf"), "%d" % 1e20, "%#X" % 255, "%+.1e" % 0, "% x" % 5, "%s" % type)
class S:
    def __str__(self):
        return "S-str"
    def __repr__(self):
        return "S-repr"
    def __index__(self):
        return 9
    def __float__(self):
        return 1.5
print("%s %r %x %f" % (S(), S(), S(), S()))
for fmt, args in (("%d", "a"), ("%d", None), ("%s %s", "a"), ("%s", (1, 2)), ("%", ()), ("%y", 1), ("%c", 1.5), ("%c", "ab"), ("%c", 0x110000), ("%x", 1.5), ("%f", "a"), ("%(a)s", 5), ("%(a)s", {"b": 1}), ("%(a", {"a": 1}), ("%*d", ("a", 1)), ("%s", ()), ("%d %d", (1,)), ("x", 1), ("x", (1,)), ("x", [1]), ("%.", 1), ("%(a)s %s", {"a": 1}), ("%e", [1]), ("%o", "8"), ("%c", -1), ("%d", S), ("%5", 1), ("%s %(a)s", {"a": 1}), ("%z", {}), ("%d", [1]), ("%(a)d", {"a": "x"})):
    try:
        print(repr(fmt), "->", fmt % args)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(repr(fmt), args if not isinstance(args, type) else "class", "->", type(e).__name__, e)
print(b"%s %d %x %a" % (b"raw", 5, 255, "é"), b"%b|%5b" % (b"x", b"y"), bytearray(b"%d") % 3)
for fmt, args in ((b"%s", "text"), (b"%d", "x"), (b"%c", 256), (b"%c", b"ab"), (b"%b", 5)):
    try:
        print(fmt % args)
    except (TypeError, OverflowError) as e:
        print(fmt, "->", type(e).__name__, e)
