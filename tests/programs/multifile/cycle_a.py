# One half of a cycle of imports
print("a starts")
import cycle_b
print("a goes on", cycle_b.B)
A = 1
