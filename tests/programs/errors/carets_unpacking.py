# Unpacking that fails: in an assignment, in a for loop and in a call
def pairs():
    yield 1, 2
    yield 3, 4, 5


def consume():
    for left, right in pairs():
        print(left, right)


consume()
