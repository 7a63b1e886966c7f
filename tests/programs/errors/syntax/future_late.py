# A mistake people make: a future import that is too late
import math
from __future__ import annotations
