# An exception raised in an except* clause is grouped with what is left
try:
    raise ExceptionGroup("several", [ValueError("v"), KeyError("k")])
except* ValueError:
    raise TypeError("from the handler")
