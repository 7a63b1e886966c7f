# 7.2.1 Augmented assignment: in place where the type can, and each target evaluated once
a = b = [1]
a += [2]
a += "xy"
print(a, a is b)
t = u = (1,)
t += (2,)
print(t, u)
s = "a"
s *= 3
s += "b"
d = {"k": 1}
d |= {"j": 2}
d["k"] += 10
d["k"] <<= 1
st = other = {1}
st |= {2}
st &= {2, 3}
st ^= {4}
print(s, d, st, other is st)
calls = []


def index():
    calls.append("index")
    return 0


lst = [5]
lst[index()] -= 2
lst[index()] **= 3
print(lst, calls)


class Acc:
    total = 10

    def __iadd__(self, other):
        print("iadd", other)
        return self

    def __add__(self, other):
        print("add", other)
        return "sum"


acc = Acc()
acc.total += 5
acc += 1
try:
    acc -= 1
except TypeError as e:
    print(e)
print(acc.total, Acc.total)
