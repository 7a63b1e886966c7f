# The package of `packages.py`
"""A shop."""
print("shop:", __name__, __package__, __file__, __path__)
from .cart import Cart
from . import prices
VERSION = "1.0"
