# Context.run() runs a function inside; the context keeps what it sets.
import contextvars

name = contextvars.ContextVar("name", default="nobody")


def enter(value):
    before = name.get()
    name.set(value)
    return f"{before} -> {value}"


context = contextvars.copy_context()
print(context.run(enter, "Ada"), "| outside:", name.get())
print(context.run(enter, "Grace"), "| inside:", context[name])
print(name in context, len(context), list(context.keys()) == [name], context.get(name))
empty = contextvars.Context()
print(name in empty, empty.run(name.get))
other = context.copy()
other.run(enter, "Edsger")
print(context[name], other[name])
try:
    context.run(context.run, print)
except RuntimeError as error:
    print(str(error).partition(":")[0])
