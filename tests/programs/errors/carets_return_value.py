# return of a call, of an operator and of a conditional
def level3(x):
    return x / 0


def level2(x):
    return level3(x) + 1 if x else 0


def level1(x):
    return [level2(x)][0]


print(level1(0))
level1(5)
