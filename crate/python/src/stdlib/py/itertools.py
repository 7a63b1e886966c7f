"""Iterators for looping. Each class drives a generator of its own."""

__all__ = [
    "accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle",
    "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap",
    "takewhile", "tee", "zip_longest",
]

_missing = object()


class _Tool:
    __slots__ = ("_iterator",)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)


class count:
    """`start`, `start + step`, …"""

    __slots__ = ("_next", "_step")

    def __init__(self, start=0, step=1):
        for number in (start, step):
            if not hasattr(number, "__add__") or isinstance(number, (str, list, tuple)):
                raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class repeat:
    """The same object for ever, or `times` times."""

    __slots__ = ("_object", "_left")

    def __init__(self, object, times=_missing):
        self._object = object
        self._left = None if times is _missing else max(range(times).stop, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


class cycle(_Tool):
    """The items of an iterable again and again."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._iterator = _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        yield from saved


class chain(_Tool):
    """The items of one iterable after those of another."""

    __slots__ = ()

    def __init__(self, *iterables):
        self._iterator = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._iterator = _chain(iter(iterable))
        return self


def _chain(iterables):
    for iterable in iterables:
        yield from iter(iterable)


class accumulate(_Tool):
    """Running totals."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._iterator = _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, initial):
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


class batched(_Tool):
    """Tuples of `n` items, the last one perhaps shorter."""

    __slots__ = ()

    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._iterator = _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


class compress(_Tool):
    """The items whose selector is true."""

    __slots__ = ()

    def __init__(self, data, selectors):
        self._iterator = _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, selector in zip(data, selectors):
        if selector:
            yield item


class dropwhile(_Tool):
    """What comes from the first item on for which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._iterator = _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


class takewhile(_Tool):
    """What comes before the first item for which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._iterator = _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class filterfalse(_Tool):
    """The items for which the predicate is false."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._iterator = _filterfalse(function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


class starmap(_Tool):
    """What the function gives for each tuple of arguments."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._iterator = _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


class islice(_Tool):
    """A slice of what an iterator gives."""

    __slots__ = ()

    def __init__(self, iterable, /, *args):
        if not args or len(args) > 3:
            n = len(args) + 1
            bound = "at least 2 arguments" if n < 2 else "at most 4 arguments"
            raise TypeError(f"islice expected {bound}, got {n}")
        start, stop, step = (None, args[0], None) if len(args) == 1 else (*args, None)[:3]
        start = _bound(start, 0, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if len(args) == 1:
            stop = _bound(stop, None, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        else:
            stop = _bound(stop, None, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        step = _bound(step, 1, "Step for islice() must be a positive integer or None.")
        if step == 0:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._iterator = _islice(iter(iterable), start, stop, step)


def _bound(value, default, message):
    if value is None:
        return default
    if not hasattr(type(value), "__index__") or value < 0:
        raise ValueError(message)
    return range(value).stop


def _islice(iterator, start, stop, step):
    place = 0
    wanted = start
    while True:
        # What stands before the next wanted item is skipped, up to `stop`, but nothing behind it is read.
        until = wanted if stop is None or place < start else min(wanted, stop)
        while place < until:
            if next(iterator, _missing) is _missing:
                return
            place += 1
        if stop is not None and place >= stop:
            return
        item = next(iterator, _missing)
        if item is _missing:
            return
        yield item
        place += 1
        wanted += step


class pairwise(_Tool):
    """Each item with the next one."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._iterator = _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


class zip_longest(_Tool):
    """As `zip`, but goes on until the longest iterable ends."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._iterator = _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    n_active = len(iterators)
    while n_active:
        row = []
        for place, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                item = next(iterator, _missing)
                if item is _missing:
                    item = fillvalue
                    iterators[place] = None
                    n_active -= 1
                    if not n_active:
                        return
            row.append(item)
        yield tuple(row)


class product(_Tool):
    """All tuples with an item of each iterable."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._iterator = _product([tuple(pool) for pool in iterables] * repeat)


def _product(pools):
    places = [0] * len(pools)
    if not all(pools):
        return
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        for column in reversed(range(len(pools))):
            places[column] += 1
            if places[column] < len(pools[column]):
                break
            places[column] = 0
        else:
            return


class permutations(_Tool):
    """All orders of `r` of the items."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and type(r) is not int:
            raise TypeError("Expected int as r")
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError("r must be non-negative")
        self._iterator = _permutations(pool, r)


def _permutations(pool, r):
    if r > len(pool):
        return
    # `chosen` are places; each column goes up through the places that the columns before it leave.
    chosen = list(range(r))
    while True:
        yield tuple([pool[place] for place in chosen])
        for column in reversed(range(r)):
            free = set(range(len(pool))).difference(chosen[:column])
            later = sorted(place for place in free if place > chosen[column])
            if later:
                chosen[column] = later[0]
                free = sorted(free - {later[0]})
                chosen[column + 1 :] = free[: r - column - 1]
                break
        else:
            return


class combinations(_Tool):
    """All choices of `r` of the items, in their order."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._iterator = _combinations(tuple(iterable), r)


def _combinations(pool, r):
    if r > len(pool):
        return
    chosen = list(range(r))
    while True:
        yield tuple([pool[place] for place in chosen])
        for column in reversed(range(r)):
            if chosen[column] < len(pool) - r + column:
                first = chosen[column] + 1
                chosen[column:] = range(first, first + r - column)
                break
        else:
            return


class combinations_with_replacement(_Tool):
    """All choices of `r` of the items, in their order, each as often as it likes."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._iterator = _combinations_with_replacement(tuple(iterable), r)


def _combinations_with_replacement(pool, r):
    if r and not pool:
        return
    chosen = [0] * r
    while True:
        yield tuple([pool[place] for place in chosen])
        for column in reversed(range(r)):
            if chosen[column] < len(pool) - 1:
                chosen[column:] = [chosen[column] + 1] * (r - column)
                break
        else:
            return


class groupby:
    """Runs of items with equal keys: each key with an iterator over its run."""

    __slots__ = ("_iterator", "_function", "_key", "_target", "_value", "_run")

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._function = key
        self._key = self._target = self._value = _missing
        self._run = None

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._iterator)
        self._key = self._value if self._function is None else self._function(self._value)

    def __next__(self):
        self._run = None
        while self._key is _missing or (self._target is not _missing and self._key == self._target):
            self._advance()
        self._target = self._key
        self._run = run = _grouper(self, self._target)
        return self._key, run


class _grouper:
    __slots__ = ("_groups", "_target")

    def __init__(self, groups, target):
        self._groups = groups
        self._target = target

    def __iter__(self):
        return self

    def __next__(self):
        groups = self._groups
        if groups._run is not self:
            raise StopIteration
        if groups._value is _missing:
            groups._advance()
        if groups._key is not self._target and not groups._key == self._target:
            raise StopIteration
        value = groups._value
        groups._value = _missing
        return value


class _tee:
    __slots__ = ("_link",)

    def __init__(self, link):
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        # A link is [item, next link]; the last one is [iterator], to be filled when an item is asked for.
        link = self._link
        if len(link) == 1:
            iterator = link[0]
            item = next(iterator)
            link[:] = [item, [iterator]]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    link = iterable._link if isinstance(iterable, _tee) else [iter(iterable)]
    return tuple([_tee(link) for _ in range(n)])
