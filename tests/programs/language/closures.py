# Closures keep their variables, not the values; nonlocal rebinds them.
def make_counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


a, b = make_counter(), make_counter(10)
print(a(), a(), b(5), a())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def outer():
    x = "outer"

    def read():
        return x

    x = "changed later"
    return read()


print(outer())
total = 0


def add(n):
    global total
    total += n


for n in range(5):
    add(n)
print(total)
