# print: sep, end, several arguments, nested containers, what repr makes of strings inside.
print()
print(1, "two", 3.0, None, True, sep=", ", end="!\n")
print(*range(5), sep="")
print("a\tb\\n", ["it's", 'q"', "both'\"", "\n"], ("single",), {"k": (1,)}, {"s"}, b"b")
print("no newline", end="")
print("", "x", "", sep="-")
print([1.0, 2.50, -0.0], [None, ..., NotImplemented], [int, str, ValueError], print, len)
print(str([]), repr(()), str({}), {1: {2: {3: []}}}, [[[]]], frozenset(), type(None), range(3), slice(1, 2, None))
print("é ü ß € 😀 \u200b|", ["é", "😀", "\u200b", "\x1b"])
print("line one\nline two", flush=True)
import sys

print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
print("last line without newline", end="")
