# A traceback through three functions, with carets under the part that failed.
def ratio(a, b):
    return a / b


def average(values):
    total = sum(values)
    return ratio(total, len(values))


def report(groups):
    for name, values in groups.items():
        print(name, average(values))


report({"first": [1, 2, 3], "second": []})
