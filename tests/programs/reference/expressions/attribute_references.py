# 6.3.1 Attribute references: objects, classes, modules, and suggestions for names that are nearly right
import math
import collections


class Account:
    interest_rate = 0.02

    def __init__(self):
        self.balance = 10
        self.owner = "Ada"

    def deposit(self, amount):
        self.balance += amount


a = Account()
print(a.balance, a.interest_rate, Account.deposit.__name__, math.pi, "x".upper().lower, (1).real) if 0 else print(a.balance, a.interest_rate, math.pi)
a.deposit(5)
Account.deposit(a, 1)
deposit = a.deposit
deposit(4)
print(a.balance)
for text in ("a.balence", "a.Balance", "a.owne", "a.withdraw", "Account.depositt", "math.piii", "math.sqr", "'x'.uper()", "[].apend(1)", "[].add(1)", "{}.has_key(1)", "(1).reel", "None.x", "a.balance.x", "len.x", "a.deposit.x", "Account.__nam__", "collections.orderedDict", "a.interest_rte", "True.foo",
             "(lambda: 0).nme", "(x for x in ()).snd", "{}.itemss()", "set().appendd", "b''.decod()", "1.5.is_int()", "type.nope", "object.nope", "super(Account, a).nope", "print.nme", "NotImplemented.x", "range(3).strt", "slice(1).stp", "Exception().arg", "ValueError('a').message", "''.join.x"):
    try:
        exec(text)
    except AttributeError as e:
        print(text, "->", e, "|", e.name)


class WithDir:
    def __dir__(self):
        return ["special_name", 5]


try:
    WithDir().special_nam
except AttributeError as e:
    print(e)
try:
    raise AttributeError("own message", name="x", obj=5)
except AttributeError as e:
    print(e, e.name, e.obj)
