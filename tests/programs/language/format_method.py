# str.format and the % operator.
print("{} {}".format(1, "two"), "{1} {0} {1!r}".format("a", "b"), "{x.real} {y[0]} {z[k]}".format(x=5, y=[7], z={"k": 8}))
print("{:*^20}|{:<10}|{:>10.3f}|{:+,}".format("centre", "left", 3.14159, 1234567))
print("{:{width}.{precision}}".format("truncated", width=12, precision=4) + "|", "{{}} {}".format(1))
print("%s %r %d %5d|%-5d|%05d %+d %x %X %o %c %c %%" % ("s", "r", 42, 42, 42, 42, 42, 255, 255, 8, "c", 65))
print("%.3f %8.2f|%-8.2f|%e %g %10s|%-10s|%.2s" % (1.5, 2.345, 2.345, 12345.6789, 0.0001, "right", "left", "cut"))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 30}, "%s" % [1], "%s" % (None,), "%s and %s" % (1, (2, 3)))
print(format(1234.5, ",.2f"), format(255, "#b"), format("x", ">3"), format(True), format(0.25, ".0%"), format(3, "03d"))
for action in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: "{".format()):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
