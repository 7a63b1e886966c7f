"""A set that doesn't keep its elements."""

from _weakref import ref
from collections.abc import MutableSet

__all__ = ["WeakSet"]


class WeakSet(MutableSet):
    """A set whose elements go when nothing else holds them."""

    __module__ = "weakref"

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def _reference(self, item):
        own = ref(self)

        def forget(reference):
            whole = own()
            if whole is not None:
                whole.data.discard(reference)

        return ref(item, forget)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        if ref(item) not in self.data:
            self.data.add(self._reference(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        reference = ref(item)
        if reference not in self.data:
            raise KeyError(reference)
        self.data.remove(reference)

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in list(other):
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def intersection(self, other):
        return WeakSet(item for item in other if item in self)

    def difference(self, other):
        return WeakSet(item for item in self if item not in other)

    def symmetric_difference(self, other):
        return self.difference(other).union(WeakSet(other).difference(self))

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return self.issubset(other) and other.issubset(self)

    __hash__ = None

    def __repr__(self):
        return repr(self.data)
