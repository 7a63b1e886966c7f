# contextlib: contextmanager, suppress, ExitStack, closing, nullcontext, redirect_stdout.
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    finally:
        print(f"</{name}>")


with tag("div") as outer, tag("p"):
    print("text in", outer)
try:
    with tag("b"):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("not reached")
with contextlib.ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(tag(name))
    stack.callback(print, "callback first")
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
with contextlib.nullcontext("null") as value:
    print(value)


@tag("decorated")
def function():
    print("body")


function()
