# 3.3.2 Customizing attribute access: __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__
class Recorder:
    kind = "class attribute"

    def __init__(self):
        object.__setattr__(self, "log", [])
        self.first = 1

    def __getattr__(self, name):
        self.log.append(f"getattr {name}")
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        super().__delattr__(name)

    def __dir__(self):
        return ["z", "a", "dyn_x"]


r = Recorder()
print(r.first, r.kind, r.dyn_value, hasattr(r, "other"), getattr(r, "gone", "default"))
del r.first
for attempt in ("r.first", "del r.first", "getattr(r, 'x')", "getattr(r, 1)", "setattr(r, 1, 2)", "delattr(r, 'nope')", "r.x.y"):
    try:
        exec(attempt)
    except (AttributeError, TypeError) as e:
        print(attempt, "->", type(e).__name__, e)
print(r.log, dir(r))


class Strict:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback for {name}"


s = Strict()
s.visible = 1
s.secret = 2
print(s.visible, s.secret, s.anything, s.__class__.__name__, object.__getattribute__(s, "secret"))


class Wrong:
    def __getattribute__(self, name):
        raise KeyError(name)


try:
    Wrong().x
except KeyError as e:
    print("KeyError", e)
try:
    hasattr(Wrong(), "x")
except KeyError as e:
    print("hasattr lets it through", e)


class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}"


class WithMeta(metaclass=Meta):
    own = 1


print(WithMeta.own, WithMeta.other)
try:
    WithMeta().other
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
