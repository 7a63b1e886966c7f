# 2.1 Line structure: indentation opens and closes blocks, tabs count to the next multiple of eight
def perm(l):
        # this comment and the odd indentation are allowed
    if len(l) <= 1:
                  return [l]
    r = []
    for i in range(len(l)):
             s = l[:i] + l[i+1:]
             p = perm(s)
             for x in p:
              r.append(l[i:i+1] + x)
    return r


print(perm([1, 2, 3]))

SOURCES = [
    " x = 1",
    "if 1:\nx = 1",
    "if 1:\n    x = 1\n  y = 2",
    "if 1:\n    x = 1\n      y = 2",
    "def f():\n\tx = 1\n        y = 2",
    "def f():\n        x = 1\n\ty = 2",
    "if 1:\n\tx = 1\n\ty = 2\nprint('tabs', x, y)",
    "class A:\n    def f(self):\n    return 1",
    "while 0:\n",
    "try:\n    pass\nexcept OSError:\nfinally:\n    pass",
    "for i in []:\n  # only a comment\n",
    "with a:\nb",
    "match x:\n    case 1:\n    pass",
    "match x:\ncase 1:\n    pass",
    "if 1:\n  pass\n else:\n  pass",
    "\n\n    \n  # comment\nprint('blank lines do not count')",
]
for source in SOURCES:
    try:
        exec(source)
    except SyntaxError as e:
        print(type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
