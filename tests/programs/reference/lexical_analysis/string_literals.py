# 2.5 Literals: quotes, prefixes, escapes and concatenation of string literals
print('single', "double", '''three 'single' ''', """three "double" """)
print('it\'s', "say \"hi\"", 'tab\there', 'new\nline', 'back\\slash')
print(repr('\a\b\f\v\r\0\1\177'), repr('\x41\x7f\xff\u00e9\u20ac\U0001F600'), '\101\60')
print(r'raw \n \x', R"\d+", repr(r'\''), len(r'\\'))
print(b'bytes', b'\x00\xff\'', rb'\x', Rb'\n', bR'\t', BR"\q")
print(u'old prefix', U'upper')
print('one' "two" '''three''' r'\four', b'a' b'\x00' rb'\b')
print(("a"
       "b"
       'c'))
print('a\
b', """a\
b
  c""")
print(len('\
'), repr("""
"""), repr('''a"b''c'''))
print('%s' 'x' % 1, "-" "=" * 3)
print(repr('a\'b"c'), repr("a'b"), repr('a"b'), repr('\n\t\\'))
for source in [r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\U0011'", r"b'\x4'", "b'é'", "'abc", '"abc',
               "'''abc", "r'\\'", "'\\", "ur'x'", "bu'x'", "'a''b'c"]:
    try:
        print(source, "=", repr(eval(source)))
    except SyntaxError as e:
        print(source, "->", e.msg, e.lineno, e.offset)
