# The classes of None, ... and NotImplemented give their only object
n = type(None)
print(n(), type(None)() is None)
for c in (lambda: n(1), lambda: n(a=1), lambda: type(Ellipsis)(), lambda: type(NotImplemented)(), lambda: type(Ellipsis)(1), lambda: type(NotImplemented)(1), lambda: n.__new__(n), lambda: bool(type(NotImplemented)())):
    try: print(c())
    except Exception as e: print(type(e).__name__, e)
for only in None, ..., NotImplemented:
    print(only.__repr__(), only.__str__(), type(only).__repr__(only), hash(only) == hash(only), only.__eq__(only))
print(None.__bool__(), type(None).__bool__(None), "__bool__" in dir(...))
try:
    NotImplemented.__bool__()
except TypeError as error:
    print(error)
