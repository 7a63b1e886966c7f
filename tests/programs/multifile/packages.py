# Several files: packages, relative imports, cycles, errors
import sys
import shop
from shop.cart import Cart
c = Cart(); c.add("tea"); c.add("cake"); print(c.total(), c.items)
print(shop.VERSION, shop.__doc__, shop.prices.PRICES, shop.models.item.Item.__module__, "shop.cart" in sys.modules, shop)
import cycle_a
import plain
from plain import *
print(bump(), plain.count, count, "_private" in globals())
import plain as again
print(again is plain, sys.modules["plain"] is plain)
import spare.inner
print(spare.inner.X, spare.__name__, spare.__file__ if hasattr(spare, "__file__") else "no file")
for stmt in ("import broken", "import nope", "import shop.nope", "import plain.x", "from shop import nope", "from plain import nope", "import bad_syntax", "from . import x", "from .x import y", "import json.nope", "from shop.models.item import Nope", "shop.zzz", "import os.nope", "from math import nope", "import nope.sub"):
    try:
        exec(stmt)
    except Exception as e:
        print(stmt, "->", type(e).__name__, e, getattr(e, "name", None))
print("broken" in sys.modules)
import importlib
m = importlib.import_module("shop.models.item"); print(m.__name__, m.__package__)
m = importlib.import_module(".prices", "shop"); print(m)
print(importlib.reload(plain) is plain, plain.count)
def inner():
    import cycle_b as b
    return b.B
print(inner(), __name__, __file__, __package__)
print(__import__("shop.cart").__name__, __import__("shop.cart", fromlist=["x"]).__name__)
import __main__; print(__main__.c is c)
sys.modules["virtual"] = plain; import virtual; print(virtual.__name__)
from shop import models as mm, cart; print(mm.__name__, cart.__name__)
