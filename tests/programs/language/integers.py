# Integers have no size limit; division and shifting follow floor rules.
print(2**200, -(3**50), 10**30 // 7, -(10**20) % 977)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 3), divmod(7, -3))
print(1 << 70, -1 >> 3, -9 >> 1, ~5, 6 & 3, 6 | 3, 6 ^ 3, -6 & 0xFF)
print(int("0x1f", 16), int("-101", 2), int("z", 36), int("1_000"), int(" 42 "), int(-3.9), int("0b11", 0))
print(bin(10), oct(64), hex(-255), (255).bit_length(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"))
print(pow(3, 100, 7), pow(2, -1), pow(3, -1, 11), abs(-5), round(15, -1), round(25, -1), round(1234, -2))


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


print(factorial(40))
print(sum(int(c) for c in str(2**1000)), len(str(3**3000)))
print(0b1010, 0o17, 0xFF, 1_000_000, True + True, 5 == 5.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53)
print(hash(2**61 - 1), hash(-1), hash(10**20), hash(1.5), hash(True))
for action in (
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: int('4x'),
    lambda: int(''),
    lambda: 1 << -1,
    lambda: 0 ** -1,
    lambda: int([]),
    lambda: 2 ** 0.5 // 0,
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
