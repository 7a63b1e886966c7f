# What random programs found: powers of complex zeros, deques among sequences, huge byte strings,
# names with combining characters.
from collections import deque


class Reflected:
    def __rmul__(self, other):
        return "reflected"


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for zero in (0j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0)):
    print([zero**n for n in (0, 1, 2, 3)], zero**0.5, zero**101)
    attempt(lambda: zero**-1)
    attempt(lambda: zero**1j)

queue = deque([1])
for function in (
    lambda: queue * 1.5,
    lambda: 1.5 * queue,
    lambda: queue * "x",
    lambda: "x" * queue,
    lambda: queue * [1],
    lambda: [1] * queue,
    lambda: queue * queue,
    lambda: queue * None,
    lambda: {} * queue,
    lambda: queue * 2,
    lambda: 2 * queue,
    lambda: queue * Reflected(),
    lambda: "a" % queue,
    lambda: "%s" % queue,
    lambda: "a" % [],
    lambda: "a" % {},
    lambda: queue % 2,
):
    attempt(function)
try:
    queue *= 2.5
except TypeError as error:
    print(error)

for n in (2**63 - 1, 2**63 - 33, 2**63 - 34, 2**62, -1, 2**63):
    attempt(lambda: bytes(n))
    attempt(lambda: bytearray(n))

names = ("e\u0301", "\u0301e", "a\u200d", "a\u20dd", "\u0928\u093f", "a\u00b7", "a'", "a\\", "x\u203f", "\uff58")
print([name.isidentifier() for name in names])
for value, n in ((5, 2**63 - 1), (5, 2**62), (-5, 2**63 - 1), (5, -1), (5, 2**63), (300, 1)):
    attempt(lambda: value.to_bytes(n))
