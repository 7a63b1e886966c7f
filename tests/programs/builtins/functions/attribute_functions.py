# getattr, setattr, hasattr, delattr: names as text, defaults, and which exceptions pass
class Box:
    kind = "box"

    @property
    def broken(self):
        raise ValueError("property fails")

    @property
    def absent(self):
        raise AttributeError("property says no")


b = Box()
setattr(b, "x", 1)
setattr(b, "not an identifier", 2)
print(getattr(b, "x"), getattr(b, "kind"), getattr(b, "nope", "default"), getattr(b, "nope", None), getattr(b, "not an identifier"), vars(b))
print(hasattr(b, "x"), hasattr(b, "nope"), hasattr(b, "absent"), getattr(b, "absent", "fallback"), hasattr(int, "real"), hasattr(5, "real"), hasattr(Box, "kind"))
delattr(b, "x")
print(hasattr(b, "x"))
for bad in (lambda: getattr(b, "x"), lambda: getattr(b, 5), lambda: getattr(b), lambda: hasattr(b, "broken"), lambda: getattr(b, "broken", "default"), lambda: delattr(b, "x"), lambda: setattr(b, "kind"), lambda: setattr(5, "x", 1), lambda: setattr(b, 5, 1), lambda: hasattr(b, None), lambda: delattr(Box, "nope"), lambda: setattr(b, "absent", 1), lambda: getattr(b, "kind", 1, 2), lambda: delattr(b, "kind"), lambda: setattr(int, "x", 1), lambda: getattr(b, "knid"), lambda: getattr(Box, "Kind")):
    try:
        print(bad())
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
for name in ("upper", "title", "nothing"):
    print(getattr("some text", name, lambda: "no such method")())
