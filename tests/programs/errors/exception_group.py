# An ExceptionGroup that nobody catches is printed as a tree.
def fail(error):
    raise error


errors = []
for error in (ValueError("one"), TypeError("two")):
    try:
        fail(error)
    except Exception as caught:
        errors.append(caught)
raise ExceptionGroup("all of them", errors)
