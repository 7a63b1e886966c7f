# itertools: endless iterators, combinations, groups, and how much they read ahead.
import itertools
from itertools import (
    accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
    filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest,
)

print(list(islice(count(10, 5), 4)), list(islice(cycle("ab"), 5)), list(repeat(0, 3)), count(1), repeat("x", 2))
print(list(chain([1], "ab", range(2))), list(chain.from_iterable(["ab", "cd"])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=100)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()))
print(list(permutations("abc", 2)), list(combinations("abcd", 3)), list(combinations_with_replacement("ab", 2)))
print([(key, list(group)) for key, group in groupby("aaabbca")])
print([(key, len(list(group))) for key, group in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)])
print(list(zip_longest("abc", [1], fillvalue="-")), list(pairwise("abcd")), list(batched("abcdefg", 3)))
print(list(takewhile(lambda n: n < 3, count())), list(dropwhile(lambda n: n < 3, range(6))))
print(list(filterfalse(None, [0, 1, "", 2])), list(compress("abc", [1, 0, 1])), list(starmap(pow, [(2, 3), (3, 2)])))
left, right = tee(iter("abc"))
print(next(left), next(left), list(right), list(left))

source = iter(range(10))
print(list(islice(source, 1, 6, 2)), next(source), list(islice(source, 0)), next(source))


def noisy():
    for n in range(3):
        print("made", n)
        yield n


for pair in zip(noisy(), islice(noisy(), 1, None)):
    print(pair)
for action in (
    lambda: islice([1], -1),
    lambda: list(batched([1], 0)),
    lambda: next(chain()),
    lambda: list(batched("abc", 2, strict=True)),
    lambda: product("a", repeat=-1),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(type(itertools.chain()).__name__, iter(pair := pairwise([])) is pair)
