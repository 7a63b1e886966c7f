# Raising the same exception again grows its traceback
def fail():
    raise ValueError("once")


def again():
    try:
        fail()
    except ValueError as error:
        kept = error
    raise kept


def bare():
    try:
        again()
    except ValueError:
        raise


bare()
