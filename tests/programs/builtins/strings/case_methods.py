# String methods, case: upper, lower, title, capitalize, swapcase, casefold and Unicode's special cases
words = ["hello world", "HELLO", "they're bill's", "ß", "ǆ", "İ", "ﬁ", "Ωmega", "x1y2z", "", "ñANDÚ", "été", "mixed-CASE text"]
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold(), sep=" | ")
for w in ("abc", "ABC", "Abc Def", "aBc", "", "123", "a1", "A1", "ß", "ǅ", " ", "Abc def", "É", "tItLe"):
    print(repr(w), w.isupper(), w.islower(), w.istitle())
print("Straße".casefold() == "STRASSE".casefold(), "ſ".upper(), "ς".upper().lower(), "ΑΣ ΣΑ".lower(), len("ŉ".upper()), "I".lower(), "ı".upper())
for bad in (lambda: "a".upper(1), lambda: "a".title(x=1), lambda: str.lower(5), lambda: str.upper()):
    try:
        print(bad())
    except TypeError as e:
        print(e)
