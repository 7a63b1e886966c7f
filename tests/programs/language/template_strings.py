# Template strings: parts, conversions, specs, nesting, concatenation, errors
from string.templatelib import Interpolation, Template, convert

name, n = "Ann", 3
t = t"Hello {name!r:>10}, you have {n + 1} of {n:{n}}!"
print(type(t).__name__, t.strings, t.values)
for part in t:
    print(repr(part))
for each in t.interpolations:
    print(each.value, each.expression, each.conversion, each.format_spec)
print(repr(t""), repr(t"plain"), list(t"{n}"), t"{n=}".strings)
print((t"a{n}" + t"b{name}c").strings)
print(repr(Template("a", "b", Interpolation(1, "one"), Interpolation(2, "two", "s", ".2f"))))
print(t"{t'inner {n}'}".values[0].strings, rt"\d{n}".strings)


def render(template):
    result = []
    for part in template:
        match part:
            case str():
                result.append(part)
            case Interpolation(value, _, conversion, spec):
                result.append(format(convert(value, conversion), spec))
    return "".join(result)


print(render(t"{name!s:<5}|{n:03d}|{[1, 2]!r}"))
for wrong in (lambda: t"a" + "b", lambda: Template(1), lambda: Interpolation(1, "x", "q"), lambda: setattr(t, "strings", ())):
    try:
        print(wrong())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
