# 7.11 The import statement: names, dotted names, aliases, stars, and modules that are not there
import math, sys as system
import collections.abc
import collections.abc as cabc
from math import pi, floor as down
from collections import (
    deque,
    Counter as Count,
)
from string import *

print(math.pi == pi, down(2.5), deque([1]), Count("aab"), cabc is collections.abc, system.modules["math"] is math, ascii_lowercase[:3], digits)


def local():
    import math as m, itertools
    from functools import reduce
    return m is math, list(itertools.islice("abc", 2)), reduce(lambda a, b: a + b, [1, 2])


print(local(), "itertools" in globals())
try:
    import json as optional
except ImportError:
    optional = None
print(optional.dumps([1]), __import__("math") is math, __name__, math.__name__)
for bad in ("import no_such_module", "import math.nothing", "from math import nothing", "from math import pii", "from no.such import x", "import no_such.sub as s", "from collections import counter", "from . import x", "from .mod import y", "from .. import z", "import collections.nope", "from math import pi, nope", "import sys.path", "from itertools import izip", "import mth", "import colections"):
    try:
        exec(bad, {"__name__": "__main__"})
    except ImportError as e:
        print(bad, "->", type(e).__name__, e, "|", e.name)
for bad in ("import", "from math import", "from import x", "import a as", "import a.b as c.d", "from a import b as c.d", "from a import b, as c", "import a, ", "from a import (b", "from a import (b,)", "from a import b,", "from a import ()", "def f(): from a import *", "class C: from a import *", "from a import 1", "import 'a'", "import a b", "from a import b c", "from . import *", "from __future__ import nope", "x = 1; from __future__ import annotations", "from __future__ import annotations", "from __future__ import braces", "import .a", "from .a.b import c", "from a. import b", "import *", "import a as 1", "import True", "from ... import a"):
    try:
        compile(bad, "i", "exec")
        print(bad, "compiles")
    except SyntaxError as e:
        print(bad, "->", e.msg, e.offset)
