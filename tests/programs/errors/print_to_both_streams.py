# What was printed stays in order on each stream before an exception
import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stdout.write("no newline at the end")
raise KeyError("multi\nline 'key'")
