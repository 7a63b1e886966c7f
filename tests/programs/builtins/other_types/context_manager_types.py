# Context manager types: __enter__ and __exit__, what contextlib builds on them, and nesting
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b"):
    print(a)
with tag("c"):
    raise ValueError("inside")
try:
    with tag("d"):
        raise KeyError("passes")
except KeyError as e:
    print("outside", e)
with suppress(KeyError, IndexError):
    [][1]
with nullcontext(5) as five:
    print(five)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", names)
    stack.push(lambda *exc: print("pushed", exc[0]))
class Closable:
    def close(self): print("closed")
with closing(Closable()):
    pass
@tag("decorator")
def decorated():
    print("body")
decorated()
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def never():
    return
    yield
for bad in (twice, never, lambda: 5, lambda: closing(5)):
    try:
        with bad():
            pass
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
