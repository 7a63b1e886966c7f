# memoryview: what it tells, slices, writing through, formats, comparison, what it refuses, where it stands for bytes.
data = bytearray(b"abcdefgh")
view = memoryview(data)
print(type(view) is memoryview, isinstance(view, memoryview), repr(view)[:11], memoryview.__name__, memoryview)
print(len(view), view[0], view[-1], view[2:5].tobytes(), view[::2].tolist(), view[::-1].tobytes(), bytes(view[1:3]))
print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.suboffsets, view.readonly)
print(view[::2].strides, view[::2].contiguous, view.c_contiguous, view.obj is data, view.hex(), view.hex(":"))
view[0] = 65
view[1:3] = b"XY"
view[4:8][::2] = b"01"
print(data, ord("X") in view, list(view[:3]), view == data, view == b"no", view != data, b"AXYd0f1h" == view)
print(bytes(view), bytearray(view), b"-".join([view[:2], memoryview(b"z")]), int.from_bytes(view[:2], "big"), data.find(view[3:4]))

words = memoryview(bytearray(range(8))).cast("H")
print(len(words), words.tolist(), words.itemsize, words.nbytes, words[1:].tolist(), words.cast("B").tolist())
words[0] = 0xFFFF
print(words.tobytes(), memoryview(b"\x00\x00\x80?").cast("f")[0], memoryview(b"\xff\x01").cast("b").tolist())
print(memoryview(b"ab").cast("c").tolist(), memoryview(b"\0\1").cast("?").tolist(), memoryview(b"abc").toreadonly().readonly)

fixed = memoryview(b"abcabc")
print(hash(fixed) == hash(b"abcabc"), {fixed: 1}[b"abcabc"], fixed.count(98), fixed.index(99), fixed.index(99, 3))
with memoryview(data) as inner:
    print(inner[0])

short = view[:2]


def put(target, key, value):
    target[key] = value


for wrong in (
    lambda: memoryview("text"), lambda: memoryview(5), lambda: memoryview(), lambda: view[100], lambda: view["a"],
    lambda: put(view, 0, 256), lambda: put(view, 0, "a"), lambda: put(view, slice(0, 2), b"abc"), lambda: put(fixed, 0, 1),
    lambda: hash(view), lambda: inner[0], lambda: inner.tobytes(), lambda: len(inner), lambda: view.cast("Z"),
    lambda: memoryview(b"abc").cast("H"), lambda: view[::2].cast("H"), lambda: fixed.index(7), lambda: view.nothing,
    lambda: view + view, lambda: view < view, lambda: fixed.__delitem__(0), lambda: view.__delitem__(0),
    lambda: words.cast("I"), lambda: put(words, 0, 70000), lambda: b"a" + 5,
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(inner)[:16], inner == inner, inner == fixed, view == 5, b"x" + memoryview(b"y"), memoryview(memoryview(b"q"))[0])
print([item for item in view[:3]], list(reversed(view[:3])), view[1:1].tobytes(), memoryview(b"") == b"")
