# The other half of a cycle of imports
from wheel_a import C
D = 1
