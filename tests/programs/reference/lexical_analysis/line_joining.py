# 2.1 Line structure: logical lines are joined by brackets and by backslashes, and comments end lines
total = 1 + \
    2 + \
    3
print(total)

numbers = [  # a comment inside brackets
    1,

    2,  # blank lines inside brackets are ignored
        3,
]
print(numbers, sum(
    numbers
))

if total == 6 and \
        numbers:
    print("joined condition")

text = 'a string \
that goes on'
print(text)
print("hash # inside a string")  # and one outside


def f(a,
      b,
      *,
      c): return (a, b,
                  c)


print(f(1, 2, c=3)); print("two"); print("statements on a line")
x = 5; y = 6
print(x, y)
for source in ("x = 1 \\", "x = 1 \\ \ny = 2", "(1,\n2", "if 1:\\\n  pass\nelse: 2 \\\n"):
    try:
        exec(source)
        print("fine", repr(source))
    except SyntaxError as e:
        print(repr(source), "->", type(e).__name__, e.msg, e.lineno, e.offset)
