# What random refuses, in CPython's words.

import random


class Sized:
    def __len__(self):
        return 3


def attempt(text):
    try:
        result = eval(text)
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
    else:
        print(f"{text}: {result!r}")


for text in """
random.choice([])
random.choice({})
random.choice(5)
random.randrange(1.5)
random.randrange(0)
random.randrange(3, 2)
random.randrange(1, 5, 0)
random.randrange(5, 1, 2)
random.randrange(1, step=2)
random.randint(1, 0)
random.randint(1, 2.5)
random.sample({1}, 1)
random.sample({1: 2}, 1)
random.sample(5, 1)
random.sample([1], 2)
random.sample([1, 2], -1)
random.sample([1, 2], k='a')
random.sample([1, 2], 2, counts=[1])
random.sample([1, 2], 2, counts=[1.5, 1])
random.sample([1, 2], 2, counts=[0, 0])
random.sample([1, 2], 5, counts=[-1, -2])
random.choices([])
random.choices([1, 2], [1])
random.choices([1, 2], 3)
random.choices([1, 2], weights=[1, 1], cum_weights=[1, 2])
random.choices([1, 2], [0, 0])
random.choices([1, 2], [1, float('inf')])
random.choices([1, 2], k=-1)
random.choices([1, 2], k=1.5)
random.shuffle((1, 2))
random.seed([])
random.seed(1 + 2j)
random.setstate((1, 2, 3))
random.setstate((3, (1, 2), None))
random.setstate((3, tuple([2**40] * 625), None))
random.setstate(3)
random.getrandbits(-1)
random.getrandbits('a')
random.randbytes(-1)
random.gammavariate(0, 1)
random.betavariate(1, -1)
random.binomialvariate(-1)
random.binomialvariate(1, 2)
random.expovariate(0)
random.Random(1, 2)
random.Random([1])
random.SystemRandom().getstate()
random.triangular(1, 1, 1)
""".split("\n"):
    if text:
        attempt(text)
