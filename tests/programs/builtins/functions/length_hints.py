# Who asks an iterable for its length ahead, and what becomes of odd answers
def show(c):
    try: print(repr(c()))
    except BaseException as e: print(type(e).__name__, e)
def mk(base, **k):
    return type("Sub", (base,), k)
def ln(v):
    return lambda self: v
class H:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1,2])
    def __length_hint__(self):
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint
class L:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter([1,2])
    def __len__(self):
        if isinstance(self.n, Exception): raise self.n
        return self.n
for v in (-1, 0, 5, 2**70, -2**70, "a", TypeError("own"), ValueError("v"), NotImplemented, None, 1.5):
    for o in (H(v), L(v)):
        print(type(o).__name__, v)
        show(lambda: list(o)); show(lambda: tuple(o)); show(lambda: [*o]); show(lambda: (*o,)); show(lambda: sorted(o)); show(lambda: set(o)); show(lambda: sum(o)); show(lambda: bytes(o)); show(lambda: bytearray(o)); show(lambda: [].extend(o)); show(lambda: ",".join(map(str, o))); show(lambda: dict.fromkeys(o)); show(lambda: max(o)); show(lambda: print(*o)); 
        def f():
            a, b = o
            return a, b
        show(f)
        def g():
            a, *b = o
            return a, b
        show(g)
        def h():
            l = [0]
            l[:] = o
            l += o
            return l
        show(h)
        show(lambda: list(map(str, o))); show(lambda: list(enumerate(o))); show(lambda: list(zip(o, o))); show(lambda: list(iter(o))); show(lambda: list(filter(None, o))); show(lambda: [x for x in o]); show(lambda: frozenset(o)); show(lambda: all(o)); 
for base, arg in ((str, "ab"), (list, [1,2]), (tuple, (1,2)), (dict, {1:2}), (set, {1}), (bytes, b"ab"), (frozenset, {1})):
    for v in (-1, 0, 2**70, "a"):
        print(base.__name__, v)
        o = mk(base, __len__=ln(v))(arg)
        show(lambda: list(o)); show(lambda: tuple(o)); show(lambda: [*o]); show(lambda: sorted(o)); show(lambda: set(o)); show(lambda: len(o)); show(lambda: bool(o)); show(lambda: bytes(o) if base is not str else 0); show(lambda: [0].extend(o)); show(lambda: dict.fromkeys(o)); show(lambda: sum(o) if base is not str else 0); show(lambda: list(iter(o))); show(lambda: o == arg); show(lambda: o + o if base not in (set, frozenset, dict) else 0); show(lambda: repr(o)); show(lambda: o[0] if base not in (set, frozenset, dict) else 0); show(lambda: o[-1] if base not in (set, frozenset, dict) else 0); show(lambda: "".join(o) if base is str else 0); show(lambda: max(o)); show(lambda: list(map(str, o)))
