# print: sep, end, file, flush, and objects that write
import io
import sys

print()
print("a", 1, None, [2], sep="-")
print("no", "newline", end="|\n")
print(*"abc", sep="")
print("x", "y", sep=None, end=None)
print("tab\tseparated", sep="ignored")
print(1, 2, 3, sep="\n", end="\n---\n")
buffer = io.StringIO()
print("into", "a buffer", file=buffer, sep="/")
print(repr(buffer.getvalue()))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("FLUSH")


w = Writer()
print("a", 2, file=w, flush=True)
print(w.parts)
print("to stderr", file=sys.stderr)
sys.stdout.write("raw write\n")
print("default file", file=None, flush=True)


class Talkative:
    def __str__(self):
        print("(inside str)", end=" ")
        return "talkative"


print("before", Talkative(), "after")
for bad in (lambda: print(sep=1), lambda: print(end=b""), lambda: print(1, nosuch=2), lambda: print(1, file=5), lambda: print(type("S", (), {"__str__": lambda s: 5})()), lambda: print(1, 2, sep=["-"])):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(print("returns None"))
