# base64 and binascii
import base64, binascii
for d in (b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256)), b"hello world!?"):
    e = base64.b64encode(d); assert base64.b64decode(e) == d
    print(e[:60], base64.urlsafe_b64encode(d)[:60], base64.b32encode(d)[:60], base64.b16encode(d)[:40], base64.b85encode(d)[:60], base64.a85encode(d)[:60])
    assert base64.b32decode(base64.b32encode(d)) == d and base64.b85decode(base64.b85encode(d)) == d and base64.a85decode(base64.a85encode(d)) == d and base64.b16decode(base64.b16encode(d)) == d
print(base64.encodebytes(bytes(100)), base64.decodebytes(b"aGk=\n"), base64.b64decode("aGk="), base64.b64decode(b"aG k="))
for bad in (b"a", b"ab", b"abc", b"abcde", b"=", b"ab=="):
    for strict in (False, True):
        try: print(bad, base64.b64decode(bad, validate=strict))
        except Exception as e: print(bad, strict, type(e).__name__, e)
for call in (lambda: base64.b64encode("x"), lambda: base64.b32decode(b"a"), lambda: base64.b16decode("zz"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b64decode("é")):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(binascii.hexlify(b"ab"), binascii.hexlify(b"abcd", "-"), binascii.crc32(b"hello"), binascii.crc_hqx(b"hello", 0), binascii.b2a_base64(b"x"))
