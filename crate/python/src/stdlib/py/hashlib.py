"""Digests: MD5, SHA-1 and SHA-2."""

__all__ = [
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_guaranteed", "algorithms_available",
    "pbkdf2_hmac", "file_digest",
]


def _primes(n):
    found = []
    number = 2
    while len(found) < n:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _root_bits(number, power, bits):
    """The first binary digits of the fraction of a root."""
    low, high = 0, number << bits
    target = number << power * bits
    while low < high:
        middle = (low + high + 1) // 2
        if middle**power <= target:
            low = middle
        else:
            high = middle - 1
    return low & (1 << bits) - 1


class _Hash:
    """Takes bytes piece by piece, block by block."""

    block_size = 64
    _order = "big"
    _n_length = 8

    def __init__(self, data=b""):
        self._state = list(self._start)
        self._rest = b""
        self._length = 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        data = self._rest + bytes(data)
        self._length += len(data) - len(self._rest)
        size = self.block_size
        n = len(data) // size * size
        for at in range(0, n, size):
            self._state = self._block(self._state, data[at:at + size])
        self._rest = data[n:]

    def digest(self):
        size, n_length = self.block_size, self._n_length
        padding = b"\x80" + bytes((size - n_length - 1 - len(self._rest)) % size)
        data = self._rest + padding + (8 * self._length).to_bytes(n_length, self._order)
        state = self._state
        for at in range(0, len(data), size):
            state = self._block(state, data[at:at + size])
        width = self._width
        return b"".join([word.to_bytes(width, self._order) for word in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = type(self)()
        other._state, other._rest, other._length = list(self._state), self._rest, self._length
        return other

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


class _Md5(_Hash):
    name, digest_size, _width, _order = "md5", 16, 4, "little"
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
    _shifts = (7, 12, 17, 22) * 4 + (5, 9, 14, 20) * 4 + (4, 11, 16, 23) * 4 + (6, 10, 15, 21) * 4
    _sines = None

    def _block(self, state, block):
        if _Md5._sines is None:
            from _math import sin

            _Md5._sines = [int(abs(sin(i + 1)) * (1 << 32)) for i in range(64)]
        words = [int.from_bytes(block[i:i + 4], "little") for i in range(0, 64, 4)]
        a, b, c, d = state
        for i, (shift, sine) in enumerate(zip(self._shifts, self._sines)):
            if i < 16:
                f, g = b & c | ~b & d, i
            elif i < 32:
                f, g = d & b | ~d & c, (5 * i + 1) % 16
            elif i < 48:
                f, g = b ^ c ^ d, (3 * i + 5) % 16
            else:
                f, g = c ^ (b | ~d & 0xFFFFFFFF), 7 * i % 16
            f = (f + a + sine + words[g]) & 0xFFFFFFFF
            a, d, c, b = d, c, b, (b + (f << shift | f >> 32 - shift)) & 0xFFFFFFFF
        return [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d))]


class _Sha1(_Hash):
    name, digest_size, _width = "sha1", 20, 4
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)

    def _block(self, state, block):
        words = [int.from_bytes(block[i:i + 4]) for i in range(0, 64, 4)]
        for i in range(16, 80):
            word = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append((word << 1 | word >> 31) & 0xFFFFFFFF)
        a, b, c, d, e = state
        for i, word in enumerate(words):
            if i < 20:
                f, k = b & c | ~b & d, 0x5A827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60:
                f, k = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (
                ((a << 5 | a >> 27) + f + e + k + word) & 0xFFFFFFFF, a, (b << 30 | b >> 2) & 0xFFFFFFFF, c, d
            )
        return [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e))]


class _Sha2(_Hash):
    """The two families of SHA-2, which differ in the width of their words."""

    _constants = None

    @classmethod
    def _prepare(cls):
        bits = 8 * cls._width
        cls._constants = [_root_bits(prime, 3, bits) for prime in _primes(cls._rounds)]

    def _block(self, state, block):
        if self._constants is None:
            self._prepare()
        width, bits = self._width, 8 * self._width
        mask = (1 << bits) - 1
        (a1, a2, a3), (e1, e2, e3), (s1, s2, s3), (t1, t2, t3) = self._turns
        words = [int.from_bytes(block[i:i + width]) for i in range(0, 16 * width, width)]
        for i in range(16, self._rounds):
            x, y = words[i - 15], words[i - 2]
            s = (x >> s1 | x << bits - s1) ^ (x >> s2 | x << bits - s2) ^ x >> s3
            t = (y >> t1 | y << bits - t1) ^ (y >> t2 | y << bits - t2) ^ y >> t3
            words.append((words[i - 16] + (s & mask) + words[i - 7] + (t & mask)) & mask)
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(self._constants, words):
            s = (e >> e1 | e << bits - e1) ^ (e >> e2 | e << bits - e2) ^ (e >> e3 | e << bits - e3)
            first = h + (s & mask) + (e & f ^ ~e & g) + constant + word
            s = (a >> a1 | a << bits - a1) ^ (a >> a2 | a << bits - a2) ^ (a >> a3 | a << bits - a3)
            second = (s & mask) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        return [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]


class _Sha256(_Sha2):
    name, digest_size, _width, _rounds = "sha256", 32, 4, 64
    _turns = (2, 13, 22), (6, 11, 25), (7, 18, 3), (17, 19, 10)
    _start = tuple(_root_bits(prime, 2, 32) for prime in _primes(8))


class _Sha224(_Sha256):
    name, digest_size = "sha224", 28
    _start = tuple(_root_bits(prime, 2, 64) & 0xFFFFFFFF for prime in _primes(16)[8:])


class _Sha512(_Sha2):
    name, digest_size, block_size, _n_length, _width, _rounds = "sha512", 64, 128, 16, 8, 80
    _turns = (28, 34, 39), (14, 18, 41), (1, 8, 7), (19, 61, 6)
    _start = tuple(_root_bits(prime, 2, 64) for prime in _primes(8))


class _Sha384(_Sha512):
    name, digest_size = "sha384", 48
    _start = tuple(_root_bits(prime, 2, 64) for prime in _primes(16)[8:])


_KINDS = {kind.name: kind for kind in (_Md5, _Sha1, _Sha224, _Sha256, _Sha384, _Sha512)}
algorithms_guaranteed = set(_KINDS)
algorithms_available = set(_KINDS)


def new(name, data=b"", *, usedforsecurity=True):
    kind = _KINDS.get(name.lower().replace("-", ""))
    if kind is None:
        raise ValueError(f"unsupported hash type {name}")
    return kind(data)


def _function(name):
    def function(data=b"", *, usedforsecurity=True, string=None):
        return new(name, data if string is None else string)

    function.__name__ = function.__qualname__ = "openssl_" + name
    return function


md5, sha1, sha224, sha256, sha384, sha512 = map(_function, ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"))


def file_digest(fileobj, digest, /):
    found = digest() if callable(digest) else new(digest)
    found.update(fileobj.read())
    return found


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    size = new(hash_name).digest_size
    dklen = dklen or size
    result, block = b"", 1
    while len(result) < dklen:
        last = hmac.digest(password, salt + block.to_bytes(4), hash_name)
        total = int.from_bytes(last)
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            total ^= int.from_bytes(last)
        result += total.to_bytes(size)
        block += 1
    return result[:dklen]


def __getattr__(name):
    if name in ("sha3_256", "sha3_512", "sha3_224", "sha3_384", "blake2b", "blake2s", "shake_128", "shake_256", "scrypt"):
        raise NotImplementedError(f"hashlib.{name} (LIMITATIONS.md)")
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
