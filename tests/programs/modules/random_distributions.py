# Every distribution of random draws CPython's numbers; so do subclasses, states and seeds of all types.

import random


def show(*values):
    print(*(f"{value:.12g}" if isinstance(value, float) else value for value in values))


draws = {
    "random": (), "uniform": (-2, 5), "triangular": (1, 9), "betavariate": (2, 0.5), "expovariate": (3,),
    "gauss": (1, 2), "normalvariate": (), "lognormvariate": (0, 0.25), "vonmisesvariate": (1, 4),
    "paretovariate": (3,), "weibullvariate": (1, 1.5), "binomialvariate": (12, 0.4),
}
for seed in (0, -7, 10**30, 2.5, "text", b"bytes", bytearray(b"bytes"), "", True):
    random.seed(seed)
    show(repr(seed), *(getattr(random, name)(*args) for name, args in draws.items()))
for version in (1, 2):
    random.seed("old", version=version)
    show(version, random.random())

generator = random.Random(4)
for alpha in (0.3, 1.0, 2.5):
    show(*(generator.gammavariate(alpha, 2) for _ in range(3)))
for n, p in ((1, 0.5), (20, 0.1), (1000, 0.3), (1000, 0.9), (5, 0), (5, 1)):
    show(n, p, [generator.binomialvariate(n, p) for _ in range(4)])
show(generator.triangular(1, 2, 2), generator.triangular(1, 1, 1), generator.triangular(mode=0.1))
show(generator.vonmisesvariate(0, 0), generator.gauss(), generator.gauss())

state = generator.getstate()
first = [generator.random() for _ in range(3)]
generator.setstate(state)
print(first == [generator.random() for _ in range(3)], state[0], len(state[1]), state[2])
print(generator.sample(range(10**9), 5), generator.sample("abcdefgh", 8), generator.sample([1, 2], k=3, counts=[2, 2]))
print(generator.choices("abc", [1, 2, 7], k=6), generator.choices("abc", cum_weights=[1, 2, 3], k=3))
print(generator.choices(range(5), k=4), generator.randrange(10, 0, -3), generator.randrange(1 << 80))
print(generator.randbytes(5), generator.getrandbits(100), generator.getrandbits(0), generator.randint(-3, 3))


class Half(random.Random):
    def random(self):
        return 0.5


class Bits(random.Random):
    def __init__(self, name, size):
        super().__init__(size)
        self.name = name

    def getrandbits(self, k):
        return 1 if k > 1 else 0


print(Half().choice("abcdef"), Half().sample(range(7), 2), Half().randrange(100))
print(Bits("name", 3).choice("abcdef"), Bits("name", 3).randint(5, 9), Bits("a", 1).name)
