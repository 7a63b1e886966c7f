# 9.1 Complete Python programs: the module __main__ and its names
"""The doc string of the module."""
print(__name__, __doc__, __file__, sorted(n for n in globals() if n.startswith("__") and n != "__cached__"))
import sys
print(sys.modules["__main__"].__name__, sys.modules["__main__"].__dict__ is globals(), __builtins__.__name__, type(__builtins__).__name__, __spec__, __package__)
this = sys.modules[__name__]
this.added = 5
print(added, hasattr(this, "nope"))
def main(argv):
    print("main", argv)
    return 0
if __name__ == "__main__":
    code = main([])
    print(code)
def __getattr__(name):
    return f"module getattr {name}"
print(this.whatever, this.added)
try:
    whatever
except NameError as e:
    print(e)
print(sys.argv[1:], sys.version_info[:2], sys.byteorder, sys.maxsize == 2 ** 63 - 1, sys.implementation.name)
exec("in_exec = __name__")
print(in_exec)
sys.exit(code)
