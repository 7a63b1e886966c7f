# Tokens set the former value back: by reset(), and as context managers.
import contextvars

color = contextvars.ContextVar("color")
size = contextvars.ContextVar("size", default=1)
token = color.set("red")
print(token.var is color, token.old_value is contextvars.Token.MISSING, color.get())
with color.set("blue") as inner:
    print(color.get(), inner.old_value)
    with size.set(5):
        print(size.get())
print(color.get(), size.get())
color.reset(token)
print(color.get("nothing"))
for attempt in (lambda: color.get(), lambda: color.reset(token), lambda: size.reset(token)):
    try:
        attempt()
    except (LookupError, RuntimeError, ValueError) as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0].partition("<")[0])
