# hashlib, hmac, uuid, secrets, struct
import hashlib, hmac, uuid, secrets, struct, math
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    for data in (b"", b"abc", b"x" * 200):
        print(name, hashlib.new(name, data).hexdigest())
h = hashlib.sha256(); h.update(b"a"); h.update(b"bc"); print(h.hexdigest(), h.digest_size, h.block_size, h.name, h.copy().hexdigest(), h.digest()[:4])
print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.compare_digest("a", "a"), hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest())
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex())
for call in (lambda: hashlib.md5("x"), lambda: hashlib.new("nope"), lambda: hmac.new("k", b""), lambda: hashlib.md5(1)):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
u = uuid.uuid4(); print(u, repr(u), u.version, u.variant, u.hex, u.int, u.bytes, u.urn, u.fields)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID("{12345678-1234-5678-1234-567812345678}") == uuid.UUID(int=0x12345678123456781234567812345678), uuid.uuid4() < uuid.uuid4())
for a in ("x", "12345678"):
    try: uuid.UUID(a)
    except ValueError as e: print(e)
print(secrets.token_hex(4), secrets.token_urlsafe(8), secrets.randbelow(100), secrets.choice("abc"), secrets.token_bytes(3), secrets.randbits(8))
for fmt, args in [("<iHb", (1, 2, -3)), (">q", (-1,)), ("!IH", (1, 2)), ("4s", (b"ab",)), ("?c", (True, b"x")), ("<f", (1.5,)), (">d", (math.pi,)), ("e", (0.1,)), ("@bi", (1, 2)), ("<3h", (1, 2, 3)), ("5p", (b"abc",)), ("<f", (1e-45,)), ("<f", (math.inf,)), ("=lq", (1, 2)), ("x2xb", (5,)), ("<d", (5e-324,)), ("<d", (-0.0,)), ("e", (6e-8,)), ("<f", (0.1,))]:
    data = struct.pack(fmt, *args); print(fmt, data, struct.unpack(fmt, data), struct.calcsize(fmt))
for fmt, args in [("b", (200,)), ("B", (-1,)), ("h", (40000,)), ("i", ("x",)), ("ii", (1,)), ("y", ()), ("c", (b"ab",)), ("s", ("x",)), ("f", ("x",)), ("f", (1e40,)), ("3", ())]:
    try: print(struct.pack(fmt, *args))
    except Exception as e: print(type(e).__name__, e)
for call in (lambda: struct.unpack("i", b"abc"), lambda: struct.unpack_from("i", b"abcdef", 4), lambda: list(struct.iter_unpack("h", b"abc")), lambda: struct.unpack_from("h", b"abcd", 2), lambda: list(struct.iter_unpack("<h", b"abcd"))):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
b = bytearray(6); struct.pack_into("<h", b, 2, 7); print(b); s = struct.Struct("<hh"); print(s.size, s.format, s.pack(1, 2), s)
