# The other half of a cycle of imports
print("b starts")
import cycle_a
try:
    print(cycle_a.A)
except AttributeError as e:
    print("AttributeError", e)
try:
    from cycle_a import A
except ImportError as e:
    print("ImportError", e, e.name, e.name_from, e.path is not None)
B = 2
