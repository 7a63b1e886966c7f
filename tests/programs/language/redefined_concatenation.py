# Sequences whose classes redefine + and *: what is built in is then not tried
def show(c):
    try: print(repr(c()))
    except BaseException as e: print(type(e).__name__, e)
class A(str):
    def __add__(self, other): return NotImplemented
class R(str):
    def __radd__(self, other): return NotImplemented
class M(list):
    def __mul__(self, other): return NotImplemented
class RM(list):
    def __rmul__(self, other): return NotImplemented
class IA(list):
    def __iadd__(self, other): return NotImplemented
class IM(list):
    def __imul__(self, other): return NotImplemented
class LA(list):
    def __add__(self, other): return NotImplemented
class T(tuple):
    def __add__(self, other): return NotImplemented
class BB(bytes):
    def __add__(self, other): return NotImplemented
for f in ("A('x') + 'y'", "A('x') + 1", "'y' + A('x')", "1 + A('x')", "R('x') + 'y'", "'y' + R('x')", "1 + R('x')", "M([1]) * 2", "2 * M([1])", "RM([1]) * 2", "2 * RM([1])", "'a' * RM([1])", "[1] + LA([1])", "LA([1]) + [1]", "LA([1]) + 1", "LA([1]) + LA([2])", "T((1,)) + (1,)", "(1,) + T((1,))", "BB(b'a') + b'b'", "b'b' + BB(b'a')", "[1] * LA([1])", "A('x') * 2", "A('x') % 2"):
    show(lambda: eval(f))
for f in ("o = A('x'); o += 'y'", "o = A('x'); o += 1", "o = M([1]); o *= 2", "o = RM([1]); o *= 2", "o = IA([1]); o += [2]", "o = IM([1]); o *= 2", "o = IM([1]); o *= 'a'", "o = LA([1]); o += [2]", "o = LA([1]); o += 5", "o = T((1,)); o += (1,)", "o = 2; o *= M([1])", "o = 2; o *= RM([1])", "o = [1]; o += LA([1])", "o = BB(b'a'); o += b'b'"):
    d = {}
    show(lambda: (exec(f, globals(), d), d["o"])[1])
