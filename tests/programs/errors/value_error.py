# A conversion that fails two calls deep.
def parse(line):
    name, _, number = line.partition("=")
    return name.strip(), int(number)


for line in ["a = 1", "b = two"]:
    print(parse(line))
