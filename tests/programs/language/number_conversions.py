# Conversions of subclasses with their own __int__ and __float__; real and complex numbers together
def show(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Half(int):
    def __int__(self):
        return 1.5

    def __float__(self):
        return 4.5

    def __index__(self):
        return 42


class Loud(float):
    def __int__(self):
        return 42

    def __float__(self):
        return 4.5


class Text(str):
    def __int__(self):
        return 42

    def __float__(self):
        return 4.5

    def __index__(self):
        return 4


for number in (Half(3), Loud(3), Text("3")):
    show(int, number)
    show(float, number)
show(lambda: [1, 2, 3, 4, 5][Text("3")])
show(lambda: [1, 2, 3, 4, 5][Half(3)])
show(round, Half(3))

print(-(0j), -0j, complex(0, -0.0), -(1 + 0j), 0j * -1, 1 - 0j, 0 - 0j, -1 * 0j, 0.0 * 1j)
print(complex(-0.0, 0), -1j * 2, 0j - 0j, 0 + (-0j), 1.5 * -0j, (1 + 2j) * 0, -0j / 1, 1j - 1j)
print(2 - (-0j), 3 / (1 + 2j), 3 / -0.5j, (1 + 2j) / 2, -0.0 + 0j, True * 1j, 1j * True)
for comparison in (
    lambda: 1 > 1j,
    lambda: 1j < 2,
    lambda: 1.5 <= 2j,
    lambda: 1j >= 1j,
    lambda: 1 == 1 + 0j,
    lambda: 1j != 1,
    lambda: sorted([1j, 2]),
):
    show(comparison)
