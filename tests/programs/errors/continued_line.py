# A statement continued with backslashes
first, second = "1", 2
print(first)
total = first + \
    "0" + \
    second
