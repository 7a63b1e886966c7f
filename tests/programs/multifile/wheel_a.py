# One half of a cycle of imports
from wheel_b import D
C = 1
