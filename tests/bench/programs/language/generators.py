# A pipeline of generators and comprehensions.
def numbers(n):
    for i in range(n):
        yield i


def squares(source):
    for value in source:
        yield value * value


print(sum(value for value in squares(numbers(250_000)) if value % 3 == 0))
print(len([a + b for a in range(500) for b in range(500)]))
