# A module of a package: relative imports of all kinds
print("cart:", __name__, __package__)
from .prices import price
from .models.item import Item
from . import models
class Cart:
    def __init__(self): self.items = []
    def add(self, name): self.items.append(Item(name, price(name)))
    def total(self): return sum(i.price for i in self.items)
