# A misspelt name: CPython suggests the one that was meant.
counter = 1
print("before")
print(conter)
