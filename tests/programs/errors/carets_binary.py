# The carets of an operator: the operator itself, and what stands on its sides
prices = {"apple": 3, "pear": None}


def total(names):
    result = 0
    for name in names:
        result = result + prices[name] * (1 + len(name) // 100)
    return result


print(total(["apple"]))
print(total(["apple", "pear"]))
