# Concrete exceptions: the messages that the interpreter itself raises
import sys
class C:
    def m(self, a): ...
def f(a, b): ...
def unbound():
    print(x)
    x = 1
def free():
    def inner():
        return y
    inner()
    y = 1
def deep(n):
    return deep(n + 1)
cases = ["1 / 0", "1 % 0", "2.0 ** 9999", "int('x')", "[][0]", "{}['k']", "undefined", "unbound()", "free()", "C().x", "C.y", "C().m()", "f(1)", "f(1, 2, 3)", "f(a=1)", "f(1, 2, c=3)", "1 + 'a'", "'a' + 1", "[] + {}", "len(5)", "5()", "5[0]", "5.x if 0 else (5).x", "for_ = iter(5)", "next(iter([]))", "import nope", "from math import nope", "a, b = 1, 2, 3", "a, b = 1,", "[1, 2].remove(3)", "[].pop()", "{}.popitem()", "set().pop()", "'a'.index('b')", "chr(-1)", "ord('ab')", "float('x')", "bytes([256])", "b'\\xff'.decode()", "'é'.encode('ascii')", "assert 0", "assert 0, 'msg'", "raise ValueError", "raise KeyError('k')", "sys.exit(3)", "deep(0)", "eval('1 +')", "exec('  x')", "int('9' * 5000)", "range(1, 2, 0)", "'%d' % 'x'", "'{}'.format()", "'{a}'.format(b=1)", "object() < 1", "hash([])", "{[]: 1}", "class X(int, str): pass", "class X(bool): pass", "type('X', (1,), {})", "super().x", "del undefined2", "C().m = 1; del C().m", "isinstance(1, 2)", "sum(['a'])", "max([])", "sorted([1, 'a'])", "raise 5", "raise None", "with 5: pass", "'abc'[1] = 'x'", "(1, 2)[0] = 1", "print(1, x=2)", "open()", "input(1, 2)", "round('a')", "abs('a')", "pow(1)", "divmod(1)", "zip(1)", "map(1)", "enumerate(1)", "reversed(1)", "dict(1)", "list(1)", "str(b'a', 'x')", "lambda: (yield)", "global_name.attr", "__import__('nope')", "getattr(1, 'x')", "setattr(1, 'x', 2)", "vars(1)", "complex('x')", "(lambda x: x)()"]
for case in cases:
    try:
        exec(case)
        print(case, "is fine")
    except BaseException as e:
        print(case, "->", type(e).__name__, e)
