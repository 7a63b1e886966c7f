# bytes: literals, items are numbers, slices are bytes, comparison and repetition
b = b"spam\x00\xff"
print(b, b[0], b[-1], b[1:3], b[::-1], list(b), len(b), b + b"!", b * 2, b"a" in b, 97 in b, b"am" in b, b == b"spam\x00\xff", b < b"t", b"" < b"a", min(b), max(b), sorted(b"cab"), b.hex(), bytes(reversed(b)), b"a" b"b", hash(b"x") == hash(b"x"), {b"k": 1}[b"k"], b"%d" % 5, repr(b"it's"), repr(b'say "hi"'), repr(b"'\""), b"\t\n\r\\\x7f", str(b"x"), f"{b'x'}", bytes([0, 255]), b"\101\x41")
for x in b"ab":
    print(x, chr(x), bytes([x]), end=" ")
print()
for bad in ("b[6]", "b['a']", "b[0] = 1", "del b[0]", "b + 'x'", "b + 1", "'x' + b", "b * 1.5", "'a' in b", "256 in b", "-1 in b", "b < 'a'", "b.append(1)", "b''[0]", "bytes('é')", "b.decode('ascii')", "b[1.5]", "b - b", "b'é'", "b % 5", "b.find('a')", "b.split('a')", "b.join(['a'])", "b.replace('a', 'b')", "b.startswith('a')", "[1] + b", "b + [1]", "b.foo", "int(b'x')", "b[::0]", "~b", "b.count(300)", "b.index(b'zz')"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
print(b == "spam", b"a" == bytearray(b"a"), bytearray(b"a") == b"a", b"a" != "a", int(b"12"), float(b"1.5"), b"a".__eq__("a"), b"abc".__getitem__(slice(1)), bytes(b) is b)
