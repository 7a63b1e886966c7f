# Who is asked in a comparison, in which order, and what containers make of the answer.
class Silent:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", getattr(other, "name", type(other)))
        return NotImplemented

    def __lt__(self, other):
        print(self.name, "<", getattr(other, "name", type(other)))
        return NotImplemented

    def __gt__(self, other):
        print(self.name, ">", getattr(other, "name", type(other)))
        return NotImplemented

    __hash__ = None


class Younger(Silent):
    pass


class Odd:
    def __eq__(self, other):
        return "equal"

    def __gt__(self, other):
        return "greater"


a, b, c = Silent("a"), Silent("b"), Younger("c")
print(a == b, a != b, a == c, c == a, a == 5)
for left, right in ((a, b), (a, c), (a, 5)):
    try:
        print(left < right)
    except TypeError as error:
        print(error)
print(a == Odd(), a < Odd(), Odd() == a, Odd() != 1, [Odd()] == [1], Odd() in [1])


class Number:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Number) and self.n == other.n

    def __hash__(self):
        return hash(self.n % 3)

    def __repr__(self):
        return f"N{self.n}"

    def __lt__(self, other):
        return self.n < other.n


numbers = [Number(n) for n in (4, 1, 7, 1)]
print(numbers.index(Number(7)), numbers.count(Number(1)), Number(9) in numbers, sorted(numbers), min(numbers), max(numbers))
print({Number(1): "a", Number(4): "b"}[Number(4)], len({*numbers}), Number(1) in {*numbers}, [Number(1)] < [Number(4)])
print((1, 2) < (1, 2, 0), [1, [2]] == [1, [2]], {1: [2]} == {1: [2]}, (1, "a") != (1, "b"), [] < [0], "a" < "b", b"a" < b"b")
nan = float("nan")
print(nan == nan, [nan] == [nan], nan in [nan], {nan: 1}[nan])
