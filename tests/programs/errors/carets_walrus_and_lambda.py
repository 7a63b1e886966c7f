# Exceptions inside lambdas, comprehensions and conditions
steps = [lambda x: x + 1, lambda x: x * 2, lambda x: x.missing]


def run(x):
    return [x := step(x) for step in steps if callable(step)]


if result := run(3):
    print(result)
