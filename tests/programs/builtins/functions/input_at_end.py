# input: prompts go to stdout, and without lines there is EOFError
try:
    input("name? ")
except EOFError as e:
    print("\n", type(e).__name__, e, sep="")
try:
    input()
except EOFError as e:
    print(repr(e))
for bad in (lambda: input("a", "b"), lambda: input(prompt="x")):
    try:
        bad()
    except TypeError as e:
        print(e)


class Prompt:
    def __str__(self):
        return "from str: "


try:
    input(Prompt())
except EOFError:
    print("end")
numbers = []
while True:
    try:
        numbers.append(int(input()))
    except EOFError:
        break
print(numbers)
input("last? ")
