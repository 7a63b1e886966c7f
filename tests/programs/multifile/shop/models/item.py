# A module two levels down
from dataclasses import dataclass
from .. import prices
from ..prices import PRICES as P
@dataclass
class Item:
    name: str
    price: int
