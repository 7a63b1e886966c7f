# Functions, classes and generators inside a finally body, on the ordinary way and on that of an exception
def go(how):
    try:
        if how == "return":
            return "returned"
        if how == "raise":
            raise ValueError("raised")
    finally:
        print(how, sum(item * 2 for item in [1, 2, 3]), [n + 1 for n in range(3)])

        def inner(first, *rest, last=None):
            total = first
            for each in rest:
                squares = {each: each**2 for each in rest}
                total += squares[each]
            return total, last

        print(inner(1, 2, 3, last=how))

        class Local:
            kept = [how + str(i) for i in range(2)]

            def both(self):
                for one in self.kept:
                    yield one, how

        print(list(Local().both()), (lambda *a: [b for b in a])(1, 2))


for how in "pass", "return", "raise":
    try:
        print(go(how))
    except ValueError as error:
        print("caught", error)
try:
    try:
        raise ExceptionGroup("several", [LookupError("one"), ValueError(2)])
    except* LookupError:
        undefined
    finally:
        a, b = list(str(item) for item in {1, 2})
        print(a, b)
except* (NameError, ValueError) as group:
    print(repr(group))
