"""Values as packed bytes."""

import _math

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"

_STANDARD = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8}
_NATIVE = {**_STANDARD, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_ONE = {"x": 1, "c": 1, "s": 1, "p": 1, "?": 1}


# Bits of the exponent and of the fraction by width in bytes.
_FLOATS = {2: (5, 10), 4: (8, 23), 8: (11, 52)}


def _float_bytes(value, width):
    """A float in IEEE 754's form, least byte first."""
    n_exponent, n_fraction = _FLOATS[width]
    top, bias = (1 << n_exponent) - 1, (1 << n_exponent - 1) - 1
    sign = _math.copysign(1, value) < 0
    if value != value:
        exponent, fraction = top, 1 << n_fraction - 1
    elif _math.isinf(value):
        exponent, fraction = top, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        mantissa, power = _math.frexp(abs(value))
        exponent = power - 1 + bias
        # Below the smallest normal number all have the same exponent, and fewer digits.
        n_digits = n_fraction + 1 + min(0, exponent - 1)
        fraction = round(_math.ldexp(mantissa, n_digits)) if n_digits >= 0 else 0
        exponent = max(exponent, 1)
        if fraction >> n_fraction + 1:
            fraction >>= 1
            exponent += 1
        if exponent >= top:
            raise OverflowError
        if fraction >> n_fraction:
            fraction -= 1 << n_fraction
        else:
            exponent = 0
    bits = (sign << n_exponent | exponent) << n_fraction | fraction
    return bits.to_bytes(width, "little")


def _float_of_bytes(data):
    n_exponent, n_fraction = _FLOATS[len(data)]
    top, bias = (1 << n_exponent) - 1, (1 << n_exponent - 1) - 1
    bits = int.from_bytes(data, "little")
    fraction = bits & (1 << n_fraction) - 1
    exponent = bits >> n_fraction & top
    if exponent == top:
        value = _math.nan if fraction else _math.inf
    elif exponent == 0:
        value = _math.ldexp(fraction, 1 - bias - n_fraction)
    else:
        value = _math.ldexp(fraction + (1 << n_fraction), exponent - bias - n_fraction)
    return -value if bits >> n_exponent + n_fraction else value


class Struct:
    """A format that was read once."""

    def __init__(self, format):
        text = format.decode("ascii") if isinstance(format, (bytes, bytearray)) else format
        if not isinstance(text, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self.format = text
        order = text[:1] if text[:1] in ("@", "=", "<", ">", "!") and text else ""
        self._order = "big" if order in (">", "!") and order else "little"
        self._items = []
        self.size = 0
        self._read(text[len(order):], order in ("", "@"))

    def _read(self, text, is_native):
        sizes = _NATIVE if is_native else _STANDARD
        count = ""
        for letter in text:
            if letter.isspace():
                continue
            if letter.isdecimal():
                count += letter
                continue
            width = sizes.get(letter) or _ONE.get(letter)
            if width is None:
                raise error("bad char in struct format")
            n = int(count) if count else 1
            count = ""
            if is_native and self.size % width:
                self.size += width - self.size % width
            if letter in "sp":
                self._items.append((letter, self.size, n))
                self.size += n
            else:
                if letter != "x":
                    self._items.extend((letter, self.size + i * width, width) for i in range(n))
                self.size += n * width
        if count:
            raise error("repeat count given without format specifier")

    def pack(self, *v):
        if len(v) != len(self._items):
            raise error(f"pack expected {len(self._items)} items for packing (got {len(v)})")
        result = bytearray(self.size)
        for (letter, at, width), value in zip(self._items, v):
            result[at:at + width] = self._packed(letter, width, value)
        return bytes(result)

    def _packed(self, letter, width, value):
        if letter in "sp":
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{letter}' must be a bytes object")
            if letter == "p":
                value = bytes(value[:min(width - 1, 255)])
                value = bytes([len(value)]) + value if width else b""
            return bytes(value[:width]).ljust(width, b"\0")
        if letter == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if letter == "?":
            return bytes([bool(value)])
        if letter in "efd":
            if not hasattr(value, "__float__") and not hasattr(value, "__index__") or isinstance(value, str):
                raise error("required argument is not a float")
            try:
                data = _float_bytes(float(value), width)
            except OverflowError:
                raise OverflowError(f"float too large to pack with {letter} format") from None
            return data[::-1] if self._order == "big" else data
        if not hasattr(type(value), "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
        low, high = (-(1 << 8 * width - 1), (1 << 8 * width - 1) - 1) if letter in "bhilqn" else (0, (1 << 8 * width) - 1)
        if not low <= value <= high:
            raise error(f"'{letter}' format requires {low} <= number <= {high}")
        return value.to_bytes(width, self._order, signed=low < 0)

    def pack_into(self, buffer, offset, *v):
        data = self.pack(*v)
        offset = self._offset(buffer, offset, "pack_into", "packing")
        buffer[offset:offset + self.size] = data

    def _offset(self, buffer, offset, function, doing):
        if offset < 0:
            if offset + len(buffer) < 0:
                raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(
                f"{function} requires a buffer of at least {offset + self.size} bytes for {doing} {self.size} bytes at "
                f"offset {offset} (actual buffer size is {len(buffer)})"
            )
        return offset

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpacked(bytes(buffer))

    def _unpacked(self, data):
        return tuple([self._value(letter, data[at:at + width]) for letter, at, width in self._items])

    def _value(self, letter, data):
        if letter in "sc":
            return data
        if letter == "p":
            return data[1:1 + data[0]] if data else b""
        if letter == "?":
            return data != b"\0"
        if letter in "efd":
            return _float_of_bytes(data[::-1] if self._order == "big" else data)
        return int.from_bytes(data, self._order, signed=letter in "bhilqn")

    def unpack_from(self, buffer, offset=0):
        offset = self._offset(buffer, offset, "unpack_from", "unpacking")
        return self._unpacked(bytes(buffer[offset:offset + self.size]))

    def iter_unpack(self, buffer):
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return iter([self.unpack(buffer[i:i + self.size]) for i in range(0, len(buffer), self.size)])

    def __repr__(self):
        return f"Struct({self.format!r})"


_known = {}


def _struct(format):
    if format not in _known:
        _known[format] = Struct(format)
    return _known[format]


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *values):
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
