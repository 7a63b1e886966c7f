# String methods, alignment: center, ljust, rjust, zfill
for width in (0, 3, 6, 7):
    print([s.center(width, "*") for s in ("", "a", "ab", "abc")], ["ab".ljust(width, "."), "ab".rjust(width, ".")], ["ab".center(width)])
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(2), "--1".zfill(6), "abc".zfill(2), "-".zfill(3), "1.5".zfill(6), "é".zfill(3))
print("日".center(5, "語"), "a".center(4), "a".center(5), "ab".center(5), "abc".center(6), len("x".ljust(10)))
rows = [("apple", 3), ("fig", 12), ("banana", 7)]
for name, n in rows:
    print(name.ljust(8, ".") + str(n).rjust(4) + "|" + f"{n}".center(6) + "|")
for bad in (lambda: "a".center(), lambda: "a".center("5"), lambda: "a".center(5, "xx"), lambda: "a".ljust(5, ""), lambda: "a".rjust(5, 5), lambda: "a".zfill(), lambda: "a".zfill(1.5), lambda: "a".center(5, b"x"), lambda: "a".ljust(width=3)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
