# The order of try, except, else and finally, and what a return in them does.
def run(action):
    log = []
    try:
        log.append("try")
        action()
    except ZeroDivisionError as error:
        log.append(f"except {error}")
    except (KeyError, IndexError) as error:
        log.append(f"lookup {error!r}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


print(run(lambda: None))
print(run(lambda: 1 / 0))
print(run(lambda: {}["k"]))
print(run(lambda: [][3]))


def value():
    for attempt in range(3):
        try:
            if attempt == 1:
                return f"returned at {attempt}"
        finally:
            print("cleanup", attempt)


print(value())


def loops():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            yield i
        finally:
            print("left", i)


print(list(loops()))


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as error:
        print("outer caught", error)
        try:
            raise KeyError("second") from error
        except KeyError as second:
            print(repr(second.__cause__), repr(second.__context__), second.__suppress_context__)
    try:
        error
    except NameError as gone:
        print(gone)


nested()
