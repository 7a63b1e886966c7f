# isinstance, issubclass: tuples, unions, abstract classes and wrong arguments
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set, Sized


class A: pass
class B(A): pass
class C(B): pass


print(isinstance(C(), A), isinstance(A(), C), isinstance(1, (str, (float, int))), isinstance(1, int | str), isinstance(None, int | None), isinstance(1, ()), isinstance(True, int), isinstance(A, type), isinstance(5, object), isinstance("", str | bytes), isinstance(1.0, (int, str)))
print(issubclass(C, A), issubclass(A, A), issubclass(A, C), issubclass(bool, (str, int)), issubclass(int, int | str), issubclass(C, (B, int)), issubclass(type, object), issubclass(object, type), issubclass(A, ()))
print([k.__name__ for k in (Callable, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set, Sized) if isinstance([], k)], [k.__name__ for k in (Callable, Hashable, Iterable, Mapping, Sequence, Set, Sized) if isinstance("", k)], isinstance({}.keys(), Set), isinstance(iter([]), Iterator), isinstance(range(1), Sequence), isinstance(print, Callable), isinstance([], Hashable), isinstance((i for i in ()), Iterator), issubclass(dict, Mapping), issubclass(set, Set))
for bad in (lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, [int]), lambda: isinstance(1, (int, 5)), lambda: isinstance("", (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int, (str, 1)), lambda: isinstance(1), lambda: issubclass(int), lambda: isinstance([], list[int]), lambda: isinstance([], list[int] | None), lambda: issubclass(list[int], list), lambda: isinstance(None, None), lambda: isinstance(1, type(None)), lambda: isinstance(1, int | list[int]), lambda: issubclass(A(), A), lambda: isinstance(1, {int}), lambda: isinstance(1, lambda: 0)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
