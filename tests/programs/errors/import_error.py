# A module that doesn't exist.
print("importing")
import not_a_module
