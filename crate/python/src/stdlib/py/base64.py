"""Bytes as letters: Base16, Base32, Base64 and Base85."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
    "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "standard_b64encode",
    "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]
_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    return _raw(s)


def _raw(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(_raw(s), newline=False)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b"+/", _bytes(altchars)))


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def encodebytes(s):
    s = _raw(s)
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))


def _encode32(s, alphabet):
    s = _raw(s)
    result = b""
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        number = int.from_bytes(part.ljust(5, b"\0"))
        letters = bytes([alphabet[number >> shift & 31] for shift in range(35, -1, -5)])
        n = (len(part) * 8 + 4) // 5
        result += letters[:n] + b"=" * (8 - n)
    return result


def _decode32(s, alphabet, casefold):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    s = s.upper() if casefold else s
    n_before = len(s)
    s = s.rstrip(b"=")
    n_pad = n_before - len(s)
    result = b""
    for i in range(0, len(s), 8):
        number = 0
        for letter in s[i:i + 8].ljust(8, alphabet[:1]):
            digit = alphabet.find(letter)
            if digit < 0:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | digit
        result += number.to_bytes(5)
    if n_pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return result[:len(result) - (0, 1, 0, 2, 3, 0, 4)[n_pad]] if n_pad else result


def b32encode(s):
    return _encode32(s, _BASE32)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    return _decode32(s, _BASE32, casefold)


def b32hexencode(s):
    return _encode32(s, _BASE32_HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _BASE32_HEX, casefold)


def b16encode(s):
    return _raw(s).hex().upper().encode()


def b16decode(s, casefold=False):
    s = _bytes(s)
    s = s.upper() if casefold else s
    if any(letter not in b"0123456789ABCDEF" for letter in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(b, digit, pad, zero=b""):
    result = b""
    for i in range(0, len(b), 4):
        part = b[i:i + 4]
        number = int.from_bytes(part.ljust(4, b"\0"))
        if zero and number == 0 and len(part) == 4:
            result += zero
            continue
        letters = bytes([digit(number // 85**power % 85) for power in (4, 3, 2, 1, 0)])
        result += letters if pad else letters[:len(part) + 1]
    return result


def b85encode(b, pad=False):
    return _encode85(_raw(b), _BASE85.__getitem__, pad)


def b85decode(b):
    b = _bytes(b)
    result = b""
    for i in range(0, len(b), 5):
        part, number = b[i:i + 5], 0
        for offset, letter in enumerate(part.ljust(5, b"~")):
            digit = _BASE85.find(letter)
            if digit < 0:
                raise ValueError(f"bad base85 character at position {i + offset}")
            number = number * 85 + digit
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        result += number.to_bytes(4)[:len(part) - 1]
    return result


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(_raw(b), lambda digit: digit + 33, pad, b"z")
    return b"<~" + result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2 * b.startswith(b"<~"):-2]
    result, part = b"", []
    for letter in b:
        if 33 <= letter <= 117:
            part.append(letter - 33)
        elif letter == 122 and not part:
            result += bytes(4)
        elif letter not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(letter)}")
        if len(part) == 5:
            result += _number85(part).to_bytes(4)
            part = []
    if part:
        result += _number85(part + [84] * (5 - len(part))).to_bytes(4)[:len(part) - 1]
    return result


def _number85(digits):
    number = 0
    for digit in digits:
        number = number * 85 + digit
    if number > 0xFFFFFFFF:
        raise ValueError("Ascii85 overflow")
    return number
