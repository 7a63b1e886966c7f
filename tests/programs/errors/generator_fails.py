# An exception inside a generator, seen from where it is consumed
def numbers(texts):
    for text in texts:
        yield int(text)


def total(texts):
    return sum(n * n for n in numbers(texts))


print(total(["1", "2"]))
print(total(["1", "two"]))
