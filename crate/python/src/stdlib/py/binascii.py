"""Bytes as hexadecimal digits and in Base64; checksums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_BASE64)}


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = bytes(data)
    result = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        number = int.from_bytes(part.ljust(3, b"\0"))
        for n, shift in enumerate((18, 12, 6, 0)):
            result.append(_BASE64[number >> shift & 63] if n <= len(part) else 61)
    return bytes(result) + b"\n" * newline


def a2b_base64(data, /, *, strict_mode=False):
    data = data.encode("ascii") if isinstance(data, str) else bytes(data)
    result, number, n_digits, n_pads = bytearray(), 0, 0, 0
    for at, letter in enumerate(data):
        if letter == 61:
            if strict_mode and n_digits % 4 == 0:
                raise Error("Leading padding not allowed" if at == 0 else "Excess padding not allowed")
            n_pads += 1
            if n_digits % 4 >= 2 and n_digits % 4 + n_pads >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(result)
            continue
        value = _VALUES.get(letter)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and n_pads and n_digits % 4 > 1:
            raise Error("Discontinuous padding not allowed")
        n_pads = 0
        number = number << 6 | value
        n_digits += 1
        if n_digits % 4 != 1:
            result.append(number >> (0, 0, 4, 2)[n_digits % 4] & 0xFF)
        number &= 0xFFF
    if n_digits % 4 == 1:
        n = n_digits
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({n}) cannot be 1 more than a multiple of 4"
        )
    if n_digits % 4:
        raise Error("Incorrect padding")
    return bytes(result)


def crc32(data, value=0, /):
    value ^= 0xFFFFFFFF
    for byte in bytes(data):
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


def crc_hqx(data, value, /):
    for byte in bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value
