# textwrap: wrap, fill, shorten, dedent, indent
import textwrap
t = "The quick brown fox -- well-known for its state-of-the-art jumping -- leapt over e-mail boxes and 3-4 lazy dogs; isn't that so? a-b aa-bb x--y Supercalifragilisticexpialidocious"
for w in (10, 15, 20, 33, 70):
    print(textwrap.wrap(t, w))
print(textwrap.fill(t, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(t, 40), textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."))
print(repr(textwrap.dedent("""
    a
      b
   
    c
""")), repr(textwrap.dedent("\ta\n  b")))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\n", "+ ", lambda l: True))
print(textwrap.wrap("aaa bbb", 3, break_long_words=False), textwrap.wrap("abcdefghij", 4), textwrap.wrap("", 5), textwrap.wrap("  lead", 10), textwrap.wrap("a\tb\nc", 10), textwrap.wrap("one two three four", 9, max_lines=1))
print(textwrap.wrap("End. Next one", 40, fix_sentence_endings=True), textwrap.wrap("x " * 30, 11, drop_whitespace=False), textwrap.wrap("aaaa-bbbb-cccc", 6), textwrap.wrap("aaaa-bbbb", 6, break_on_hyphens=False))
