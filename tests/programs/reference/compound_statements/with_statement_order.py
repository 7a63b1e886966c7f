# 8.5 The with statement: parentheses, several items, targets, what __exit__ may change
class M:
    def __init__(self, name, result=None, on_enter=None, on_exit=None):
        self.name, self.result, self.on_enter, self.on_exit = name, result, on_enter, on_exit

    def __enter__(self):
        print("enter", self.name)
        if self.on_enter:
            raise self.on_enter
        return self.name, [1, 2]

    def __exit__(self, t, v, tb):
        print("exit", self.name, v if v is None else repr(v), tb is None)
        if self.on_exit:
            raise self.on_exit
        return self.result


with M("a"), M("b") as b, M("c") as (c, (d, *e)):
    print(b, c, d, e)
with (M("p") as p, M("q"),):
    print("parenthesized", p[0])
with (M("t")) as t, (M("u")): print(t[0])
with (yielded := M("w")) as w:
    print(yielded.name, w[0])
box = {}
with M("k") as box["key"], M("attr") as M.last:
    print(box, M.last[0])


def attempt(title, *managers):
    try:
        with managers[0], managers[1]:
            print("body of", title)
            raise ValueError("body")
        print("after", title)
    except Exception as e:
        print(title, "raised", repr(e), "context", repr(e.__context__))


attempt("none swallow", M("1"), M("2"))
attempt("inner swallows", M("3"), M("4", True))
attempt("outer swallows", M("5", "truthy"), M("6"))
attempt("inner raises", M("7"), M("8", on_exit=KeyError("exit")))
attempt("outer swallows the inner's", M("9", True), M("10", on_exit=KeyError("exit")))
attempt("second does not enter", M("11", True), M("12", on_enter=OSError("enter")))
attempt("first does not enter", M("13", on_enter=OSError("enter")), M("14"))
def flow():
    for i in range(3):
        with M(f"loop{i}"):
            if i == 1:
                return "returned from with"
print(flow())
for bad in ("with a b: pass", "with a as 1: pass", "with a as f(): pass", "with: pass", "with a", "with a as b c: pass", "with (a as b): pass", "with (a as b), c: pass", "with (a, b) as c: pass", "with (a as b, c as d): pass", "with (a as b, c as d) as e: pass", "with a as (b, c): pass", "with a as [b, *c]: pass", "with a as b.c, d as e[0]: pass", "with (): pass", "with a, : pass", "with (a, ): pass", "with a as None: pass", "with open(x) as f, : pass", "with a = b: pass", "with a as b + c: pass", "with (a as 1): pass", "with a as *b: pass", "with (a for a in b): pass", "with a as b:\npass", "with (a as b\n): pass"):
    try:
        compile(bad, "w", "exec")
        print(repr(bad), "compiles")
    except SyntaxError as e:
        print(repr(bad), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
