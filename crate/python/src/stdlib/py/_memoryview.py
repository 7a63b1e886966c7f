"""`memoryview` over bytes, bytearrays and what lends them. The built-in class of the name hands over to this one."""

import builtins

# The bytes of an item of each format.
_SIZES = {
    "B": 1, "b": 1, "c": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8,
    "f": 4, "d": 8,
}
_SIGNED = "bhilqn"


def _item_size(format):
    size = _SIZES.get(format.removeprefix("@"))
    if size is None:
        raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
    return size


class memoryview:
    __module__ = "builtins"

    def __new__(cls, object=_SIZES):
        if object is _SIZES:
            raise TypeError("memoryview() missing required argument 'object' (pos 1)")
        self = super().__new__(cls)
        if isinstance(object, memoryview):
            object._check()
            self._share(object)
            return self
        if not isinstance(object, (bytes, bytearray)):
            lend = getattr(type(object), "__buffer__", None)
            if lend is None:
                raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
            self._share(lend(object, 0))
            return self
        self._object, self._start, self._length = object, 0, len(object)
        self._step = self._size = 1
        self._format, self._readonly = "B", isinstance(object, bytes)
        self._lend()
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'memoryview' is not an acceptable base type")

    def _share(self, other):
        for name in ("_object", "_start", "_length", "_step", "_size", "_format", "_readonly"):
            setattr(self, name, getattr(other, name))
        self._lend()

    def _lend(self):
        """What built-in functions read in the view's place: contiguous bytes."""
        if self._step == self._size:
            self._viewed = (self._object, self._start, self._start + self._length * self._size)

    def _part(self, start, length, step):
        part = builtins.object.__new__(memoryview)
        part._object, part._start, part._length, part._step = self._object, start, length, step
        part._size, part._format, part._readonly = self._size, self._format, self._readonly
        part._lend()
        return part

    def _check(self):
        if self._object is None:
            raise ValueError("operation forbidden on released memoryview object")

    # One item.

    def _place(self, index):
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("index out of bounds on dimension 1")
        return self._start + index * self._step

    def _read(self, place):
        data = bytes(self._object[place : place + self._size])
        format = self._format.removeprefix("@")
        if format == "B":
            return data[0]
        if format == "c":
            return data
        if format == "?":
            return data[0] != 0
        if format in "fd":
            from struct import unpack

            return unpack(format, data)[0]
        return int.from_bytes(data, "little", signed=format in _SIGNED)

    def _packed(self, value):
        format = self._format.removeprefix("@")
        wrong_type = TypeError(f"memoryview: invalid type for format '{self._format}'")
        if format == "c":
            if not isinstance(value, bytes):
                raise wrong_type
            if len(value) != 1:
                raise ValueError(f"memoryview: invalid value for format '{self._format}'")
            return value
        if format == "?":
            return b"\x01" if value else b"\x00"
        if format in "fd":
            from struct import pack

            if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
                raise wrong_type
            return pack(format, value)
        if not hasattr(type(value), "__index__"):
            raise wrong_type
        try:
            return range(value).stop.to_bytes(self._size, "little", signed=format in _SIGNED)
        except OverflowError:
            raise ValueError(f"memoryview: invalid value for format '{self._format}'") from None

    # The protocols.

    def __len__(self):
        self._check()
        return self._length

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            start, stop, step = key.indices(self._length)
            length = len(range(start, stop, step))
            return self._part(self._start + start * self._step, length, self._step * step)
        if key is ... or key == ():
            raise TypeError("invalid indexing of 0-dim memory") if key == () else TypeError("memoryview: invalid slice key")
        if not hasattr(type(key), "__index__"):
            raise TypeError("memoryview: invalid slice key")
        return self._read(self._place(range(key).stop))

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(key, slice):
            part = self[key]
            given = memoryview(value)
            if given._length != part._length or given._format != part._format:
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            data, size = given.tobytes(), self._size
            for index in range(part._length):
                place = part._start + index * part._step
                self._object[place : place + size] = data[index * size : (index + 1) * size]
            return
        if not hasattr(type(key), "__index__"):
            raise TypeError("memoryview: invalid slice key")
        place = self._place(range(key).stop)
        self._object[place : place + self._size] = self._packed(value)

    def __delitem__(self, key):
        self._check()
        raise TypeError("cannot modify read-only memory" if self._readonly else "cannot delete memory")

    def __iter__(self):
        self._check()
        return iter([self[index] for index in range(self._length)])

    def __reversed__(self):
        return iter([self[index] for index in range(self._length - 1, -1, -1)])

    def __contains__(self, value):
        return value in self.tolist()

    def __eq__(self, other):
        if self is other:
            return True
        if self._object is None or isinstance(other, memoryview) and other._object is None:
            return False
        try:
            other = other if isinstance(other, memoryview) else memoryview(other)
        except TypeError:
            return NotImplemented
        return self.tolist() == other.tolist()

    def __hash__(self):
        self._check()
        if not self._readonly:
            raise ValueError("cannot hash writable memoryview object")
        if self._format.removeprefix("@") not in "Bbc":
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        return hash(self.tobytes())

    def __repr__(self):
        place = f"0x{id(self):x}"
        return f"<memory at {place}>" if self._object is not None else f"<released memory at {place}>"

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *_):
        self.release()

    def __buffer__(self, flags):
        return memoryview(self)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memoryview' object")

    # What it tells and gives.

    def tobytes(self, order="C"):
        self._check()
        if self._step == self._size:
            return bytes(self._object[self._start : self._start + self._length * self._size])
        places = (self._start + index * self._step for index in range(self._length))
        return b"".join(bytes(self._object[place : place + self._size]) for place in places)

    def tolist(self):
        return list(self)

    def hex(self, *args, **options):
        return self.tobytes().hex(*args, **options)

    def toreadonly(self):
        self._check()
        part = self[:]
        part._readonly = True
        return part

    def count(self, value, /):
        return self.tolist().count(value)

    def index(self, value, start=0, stop=None, /):
        items = self.tolist()
        for place in range(*slice(start, stop).indices(len(items))):
            if items[place] == value:
                return place
        raise ValueError("memoryview.index(x): x not found")

    def release(self):
        self._object = None
        self.__dict__.pop("_viewed", None)

    def cast(self, format, shape=None):
        self._check()
        size = _item_size(format)
        if self._step != self._size:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        if self._size != 1 and size != 1:
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        total = self._length * self._size
        if total % size:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        if shape is not None and list(shape) != [total // size]:
            raise NotImplementedError("memoryview: sub-views are not implemented")
        part = self._part(self._start, total // size, size)
        part._format, part._size = format, size
        part._lend()
        return part

    @property
    def obj(self):
        self._check()
        return self._object

    @property
    def nbytes(self):
        self._check()
        return self._length * self._size

    @property
    def itemsize(self):
        self._check()
        return self._size

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def shape(self):
        self._check()
        return (self._length,)

    @property
    def strides(self):
        self._check()
        return (self._step,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return self._step == self._size or self._length <= 1

    c_contiguous = f_contiguous = contiguous


builtins.memoryview = memoryview
