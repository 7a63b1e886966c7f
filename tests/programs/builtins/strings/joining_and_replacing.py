# String methods, joining and replacing: join, replace, translate, maketrans, expandtabs, removeprefix
print(",".join(["a", "b"]), "".join("abc"), "-".join({"k": 1, "j": 2}), ", ".join(str(i) for i in range(3)), "x".join([]), "x".join(["one"]), " ".join(("t", "u")))
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("a", "b"), "abc".replace("b", ""), "a.b".replace(".", "\n"), "aaa".replace("a", "b", count=1), "x".replace("x", "xx", -1))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdde".translate(table), "abc".translate({97: None, 98: "BB", ord("c"): 100}), "abc".translate({}), str.maketrans({"a": 1, 98: "x"}), "a1".translate(str.maketrans("1", "2")), "hello".translate({i: i - 32 for i in range(97, 123)}))
print("a\tb\tc".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(0), "ab\n\tc".expandtabs(3), "a\tb".expandtabs(tabsize=2))
print("TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"), "x".removeprefix("y"), "aaa".removeprefix("a"), "".removesuffix("x"), "abc".removesuffix(""))
print("  x ".strip(), "xxaxx".strip("x"), "abcabc".lstrip("ab"), "abccba".rstrip("abc"), "\u2003x\u00a0".strip(), "mississippi".strip("ipm"), "x".strip(None), "".strip(), "www.example.com".strip("cmowz."))
for bad in (lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: ",".join([b"a"]), lambda: "a".replace("a"), lambda: "a".replace(1, "b"), lambda: "a".replace("a", None), lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(5), lambda: "a".translate(5), lambda: "a".translate({97: 1.5}), lambda: "a".removeprefix(5), lambda: "a".strip(5), lambda: "a".expandtabs("x"), lambda: "".join(), lambda: "a".translate({97: 0x110000}), lambda: str.maketrans("a", "b", 5), lambda: "a".replace("a", "b", "c"), lambda: "a".join("b", "c"), lambda: str.maketrans({1.5: "a"})):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class Table:
    def __getitem__(self, code):
        if code == 98:
            raise LookupError
        return chr(code).upper()
print("abc".translate(Table()))
