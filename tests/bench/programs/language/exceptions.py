# Raising, catching, cleaning up.
def check(i):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        return i
    finally:
        global cleaned
        cleaned += 1


cleaned = caught = 0
for i in range(200_000):
    try:
        check(i)
    except ValueError as error:
        caught += error.args[0] % 2
print(cleaned, caught)
