# String methods, splitting: split, rsplit, splitlines, partition and rpartition
print("a b  c".split(), " a b ".split(" "), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "   ".split(), " x ".split(None, 1), "a b c d".split(maxsplit=2), "a b c d".rsplit(None, 2), "a<>b<>c".split("<>"), "aaa".split("a"), "a\u2003b\u00a0c".split(), "1 2 3".split(sep=" ", maxsplit=-1), "x".split("x"), "a  b ".rsplit(" ", 1), "abc".split("abc"))
print("a\nb\r\nc\rd\n".splitlines(), "a\n\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g".splitlines(), "one".splitlines(keepends=True), "a\n".split("\n"))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="), "=".partition("="), "a::b".partition("::"))
for bad in (lambda: "a".split(""), lambda: "a".split(5), lambda: "a".partition(""), lambda: "a".partition(), lambda: "a".split(" ", "1"), lambda: "a".split(b"a"), lambda: "a".splitlines(1, 2), lambda: "a".rsplit(sep=""), lambda: "a".split(nosuch=1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
text = "name: Ada\nborn: 1815\n\nbad line"
print({k: v.strip() for k, sep, v in (line.partition(":") for line in text.splitlines()) if sep}, [w[::-1] for w in text.split()], "-".join("a-b-c".split("-")))
