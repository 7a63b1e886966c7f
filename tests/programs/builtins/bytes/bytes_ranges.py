# Numbers beyond a byte, in bytes and in bytearray
def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)


array = bytearray(b"abc")
for n in 256, -1, 2**70, "a":
    show(lambda: bytes([n]))
    show(lambda: bytearray([n]))
    show(lambda: bytearray(iter((1, n))))
    show(lambda: array.append(n))
    show(lambda: array.extend([n]))
    show(lambda: array.insert(0, n))
    show(lambda: array.remove(n))
    show(lambda: array.__setitem__(0, n))
    show(lambda: array.__setitem__(slice(0, 1), [n]))
    show(lambda: n in array)
    show(lambda: array.index(n))
show(lambda: array.extend(5))
show(lambda: array.__setitem__(slice(0, 1), 5))
show(lambda: int.from_bytes([256]))
for text in b"", b"x", bytearray(b"Xyz"), b"\xff", b" 1 ", bytearray(b"12"):
    show(lambda: float(text))
    show(lambda: int(text))
show(lambda: b"\xc3".decode("ascii", "xmlcharrefreplace"))
print(array)
