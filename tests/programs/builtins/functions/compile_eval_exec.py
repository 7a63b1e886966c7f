# compile, eval, exec: modes, namespaces and the errors of programs made of text
g = {"x": 10}
print(eval("x + 1", g), eval("x + y", g, {"y": 5}), eval(compile("x * 2", "<mem>", "eval"), g), eval("[x for _ in range(2)]", g), eval("  1 + 1\n"))
exec("z = x + 1\ndef f(): return z", g)
print(g["z"], g["f"](), sorted(k for k in g if not k.startswith("__")), "__builtins__" in g)
local = {}
exec("a = 1\nx = a", g, local)
print(sorted(local), g["x"])
code = compile("for i in range(3):\n    total += i", "loop.py", "exec")
scope = {"total": 0}
exec(code, scope)
exec(code, scope)
print(scope["total"], scope["i"], code.co_filename, code.co_name, type(code).__name__)
exec(compile("1 + 1; 'shown'; None", "s", "single"))
print(exec("1"), eval("None"))


def inside():
    secret = 1
    exec("secret = 2; new = 3")
    return secret, "new" in locals(), eval("secret + 10")


print(inside())
for bad in ("eval('x = 1')", "eval('1 +')", "exec('if')", "compile('1', 'f', 'wrong')", "compile('1; 2', 'f', 'eval')", "compile(5, 'f', 'exec')", "eval(5)", "exec(None)", "eval('1', 5)", "eval('1', {}, 5)", "exec('1', [])", "eval('undefined_name')", "eval('1/0')", "compile('x\\0', 'f', 'exec')", "eval(b'1 + 1')", "eval('__import__')('math').floor(1.5)", "compile('1')", "compile('(', 'f', 'exec')", "eval('yield 1')", "exec('return 1')", "eval('lambda: x')()", "eval('1\\n2')", "compile('a b', 'f', 'single')"):
    try:
        print(bad, "=", eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
try:
    exec("def broken():\n    raise KeyError('inside')\nbroken()", {"__name__": "made"})
except KeyError as e:
    import traceback
    print([(f.name, f.lineno, f.filename) for f in traceback.extract_tb(e.__traceback__)][1:])
exec("print(__name__, sorted(vars()))", {"__builtins__": {"print": print, "vars": vars, "sorted": sorted}, "__name__": "limited"})
