# `break` in an except* block outside of a loop.
try:
    pass
except* ValueError:
    break
