# Carets under a whole comparison, in a condition
def check(limit, values):
    for value in values:
        if 0 <= value < limit and value not in (7, 8):
            print("in range", value)


check(5, [1, 4, 9])
check(5, [2, "3"])
