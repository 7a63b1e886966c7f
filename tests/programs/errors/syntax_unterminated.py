# A string that is never closed.
print("hello)
