# String methods, searching: find, index, count, startswith, endswith and their bounds
s = "she sells sea shells"
print(s.find("se"), s.find("se", 5), s.find("se", 5, 8), s.find("zz"), s.find(""), s.find("", 30), s.rfind("se"), s.rfind("s"), s.rfind("", 0, 3), s.find("s", -6), s.rfind("she", 0, -3))
print(s.index("sells"), s.rindex("s"), s.count("s"), s.count("ll"), s.count(""), s.count("s", 4), s.count("s", 4, 7), "aaaa".count("aa"), "".count(""), s.count("e", -100, 100))
print(s.startswith("she"), s.startswith("se", 4), s.startswith(("x", "sh")), s.endswith("lls"), s.endswith("sea", 0, 13), s.endswith(()), s.startswith(""), s.startswith("", 100), "".startswith(""), s.endswith(("lls", 5)), s.startswith("she", None, None))
print("in" in "string", "" in "", "ab" not in "ba", "héllo".find("l"), "日本語".find("語"), "a\0b".find("\0"))
for bad in (lambda: s.index("zz"), lambda: s.rindex("q"), lambda: s.find(5), lambda: s.find(), lambda: s.startswith(5), lambda: s.startswith(["a"]), lambda: s.startswith(("a", 5)), lambda: s.count(None), lambda: s.find("a", "b"), lambda: s.find("a", 1, 2, 3), lambda: s.endswith(), lambda: 5 in s, lambda: s.index("she", 1), lambda: s.find("a", 1.0), lambda: None in "None", lambda: s.count(sub="s")):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
