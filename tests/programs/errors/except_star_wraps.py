# `except*` puts an exception that is no group into one; its `repr` shows a tuple.
try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group), group.exceptions)

try:
    raise ExceptionGroup("several", [ValueError(1), KeyError(2)])
except* ValueError as group:
    print(repr(group))
except* KeyError as group:
    print(repr(group))
