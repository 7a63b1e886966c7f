# re: syntax, groups, flags, methods, errors
import re
print(re.match(r"(\w+) (\w+)", "Isaac Newton, physicist"))
m = re.match(r"(\w+) (\w+)", "Isaac Newton, physicist")
print(m.group(0), m.group(1), m.group(1, 2), m.groups(), m[2], m.span(2), m.lastindex, m.start(), m.end(1))
m = re.search(r"(?P<first>\w+)-(?P<second>\d+)?", "xx ab-12 c"); print(m.groupdict(), m.lastgroup, m.expand(r"\2/\g<first>\n"))
print(re.findall(r"\bf[a-z]*", "which foot or hand fell fastest"))
print(re.findall(r"(\w+)=(\d+)", "set width=20 and height=10"))
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words, words.", maxsplit=1), re.split("[a-f]+", "0a3B9", flags=re.IGNORECASE))
print(re.sub(r"(a)(b)?", r"[\1|\2]", "ab a"), re.subn("x*", "-", "abxd"), re.sub("", "-", "abc"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 3", count=2))
print([m.span() for m in re.finditer(r"a*?", "aab")], re.findall(r"a|", "ab"), re.findall(r"\b|x", "x y"))
for pattern, text in [(r"(a+)+b", "aaaab"), (r"(?:ab){2,3}", "abababab"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"^\s*(#.*)?$", "  # hi"), (r"(?i)HeLLo", "hello"), (r"(?s).*", "a\nb"), (r"(?m)^b$", "a\nb\nc"), (r"a{,2}", "aaa"), (r"a{2,}?", "aaaa"), (r"x{a}", "x{a}"), (r"(?<=ab)c", "abc"), (r"(?<!b)c", "bcc"), (r"(?=a)\w", "ba"), (r"(?!a)\w", "ab"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(?>a+)b", "aaab"), (r"a++b", "aaab"), (r"a*+a", "aaa"), (r"(<)?(\w+@\w+)(?(1)>|$)", "<a@b>"), (r"(<)?(\w+@\w+)(?(1)>|$)", "<a@b"), (r"[^a-c\d]+", "abc12xyz"), (r"[]\-a]+", "]-a"), (r"\Aab\Z", "ab"), (r"\x41\u0042\103", "ABC"), (r"(a)|b", "b"), (r"((a)|(b))*", "ab"), (r"(?:(a)|b)*", "ab"), (r"(a?)*", "aa"), (r"(?:a?)*?b", "aab"), (r"[\w.]+@[\w.]+", "me@x.org"), (r"é+", "éé"), (r"(?a)\w+", "aé"), (r"(?i:a)b", "Ab AB"), (r"(?x) a  b # c", "ab"), (r".", "\n"), (r"$", "a\n"), (r"[\s\S]", "\n"), (r"(?-i:a)", "a"), (r"(ab|cd)+?x", "abcdx"), (r"(?:x|y){3}", "xyxy"), (r"\d{3}-\d{4}", "555-1234"), (r"(\d+)\.(\d*)", "3."), ("", "abc"), (r"(?:)", "x"), (r"a|b|", "c"), (r"(?i)[à-ý]", "É"), (r"(?i)ß", "ẞ")]:
    m = re.search(pattern, text)
    print(pattern, m, m and m.groups(), m and m.lastindex)
for bad in ["(", ")", "[", "a**", "*a", "a{2,1}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", r"\1", r"\q", "(?z)", "(?P", "(?P<n", "(?<=a+)b", "[z-a]", "a\\", "(?P=x)", "(?", "(?<", "(?#", "x(?i)", r"\x4", "(?:", "[a", "a)b", r"(a)\2", "(?(2)a)", "(?i-i:x)", "(?-:x)", "(?P<>x)", "(?Px)", r"(a\1)", "a{1}{2}", "^*", "(?(x)a)", "[\\d-z]", "+", "a\n(", r"\8", "(?a-u:x)", "(?<x)"]:
    try:
        print(bad, re.compile(bad))
    except re.error as e:
        print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(bad), repr(e))
for repl in [r"\2", r"\g<x>", r"\g", r"\g<", r"\g<>", r"\q", "\\", r"\g<9>", r"\g<1>0", r"\0", r"\101", r"\.", r"\g<a b>"]:
    try:
        print(repl, repr(re.sub("(a)", repl, "bab")))
    except Exception as e:
        print(repl, type(e).__name__, e)
p = re.compile(r"a(b)", re.I | re.M); print(p, p.flags, p.groups, p.groupindex, p.pattern, re.compile(b"x"), re.compile("x", re.A), re.compile("(?i)x"), re.compile("x").flags)
print(re.I, re.IGNORECASE | re.DOTALL, re.NOFLAG, re.I & re.M, repr(re.RegexFlag(2)), int(re.X), re.I.name, re.I.value)
print(re.match(b"(\\w+)", b"ab c").groups(), re.findall(b".", b"ab"), re.sub(b"a", b"\\g<0>!", b"aba"))
for call in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 1), lambda: re.match(1, "a"), lambda: m.group(5), lambda: re.match("a", "a").group("x"), lambda: re.compile(re.compile("a"), re.I)):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(re.escape("a.b*c [x]-é\n"), re.escape(b"a.b"), re.fullmatch("a+", "aab"), re.fullmatch("a|ab", "ab"))
print(p.match("xAB", 1), p.search("xab", 0, 2), re.compile("^b").search("ab", 1), re.compile("$").search("ab", 0, 1))
print(re.compile("a") == re.compile("a"), hash(re.compile("a")) == hash(re.compile("a")), re.match("(a)(b)?", "a").groups("-"), re.match("(a)(b)?", "a").regs, bool(re.match("", "")))
print(len(re.sub(r"(\w+)\s", r"\1_", "ab cd " * 200)), re.match(r"(?:a|b)*$", "ab" * 2000).end())
print(isinstance(p, re.Pattern), isinstance(m, re.Match), re.Pattern[str])
tokens = re.compile(r"(?P<NUM>\d+(\.\d*)?)|(?P<OP>[+\-*/])|(?P<WS>\s+)|(?P<BAD>.)")
print([(t.lastgroup, t.group()) for t in tokens.finditer("3 + 4.5*x")])
