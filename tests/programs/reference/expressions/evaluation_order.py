# 6.16 Evaluation order: left to right, the right side of an assignment first
log = []


class Log:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __getattr__(self, attr):
        log.append(f"{self.name}.{attr}")
        return 1

    def __setattr__(self, attr, value):
        log.append(f"{self.name}.{attr}={value}")

    def __getitem__(self, key):
        log.append(f"{self.name}[{key}]")
        return 2

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key}]={value}")

    def __delitem__(self, key):
        log.append(f"del {self.name}[{key}]")

    def __call__(self, *args, **kw):
        log.append(f"{self.name}({args})")
        return self


def e(x, result=None):
    log.append(x)
    return x if result is None else result


def flush(title):
    print(title, *log, sep=" ")
    log.clear()


a, b = Log("a"), Log("b")
e(1), e(2), e(3); flush("tuple")
(e(1), e(2)) + (e(3), e(4)); flush("add")
e(1) + e(2) * (e(3) - e(4)); flush("arithmetic")
e("f", a)(e(2), *e("star", [1]), k=e(3)); flush("call")
e("t", a)[e("key")] = e("value"); flush("item assignment")
e("x", a).attr, e("y", b)[e("i")] = e(1), e(2); flush("two targets")
e("p", a).q = e("r", b).s = e("v"); flush("chain")
e("u", a)[e("j")] += e(5); flush("augmented")
{e("k1"): e("v1"), e("k2"): e("v2")}; flush("dict")
e(1) if e(0, 0) else e(2); flush("conditional")
e(1) < e(2) < e(0) < e(9); flush("comparison chain")
[e(x) for x in e("it", [1, 2]) if e("cond")]; flush("comprehension")
del e("d", a)[e("k")], e("d2", b)[e("k2")]; flush("del")
def f(p=e("default p"), *, q=e("default q")) -> e("annotation is lazy"): pass
flush("def")
@e("dec1", lambda g: e("apply1", g))
@e("dec2", lambda g: e("apply2", g))
def g(): pass
flush("decorators")
class C(e("base", object), metaclass=e("meta", type)):
    e("body")
flush("class")
for a.loop in e("iter", [1]): e("in loop")
flush("for")
x, *y = e("seq", [1, 2, 3]); flush("unpack")
assert e("test"), e("message"); flush("assert")
print(f"{e('first')}{e('second'):{e('>9')}}"); flush("f-string")
lst = [0, 1, 2]
i = 0
i, lst[i] = 1, "set"
print(i, lst)
