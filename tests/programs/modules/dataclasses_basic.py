# Dataclasses: fields, defaults, comparison, frozen ones, replace and asdict.
from dataclasses import asdict, astuple, dataclass, field, replace


@dataclass
class Job:
    name: str
    delay: float = 1.0
    tags: list = field(default_factory=list)
    done: bool = field(default=False, repr=False, compare=False)

    def __post_init__(self):
        self.name = self.name.strip()


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return f"v{self.major}.{self.minor}"


a, b = Job(" x "), Job("x", 1.0, [])
print(a, a == b, a.tags is b.tags, Job("y", tags=["t"]))
b.done = True
print(a == b, asdict(b), astuple(a))
v = Version(1, 2)
print(v, repr(v), v < Version(1, 3), max([Version(2), v]), replace(v, minor=9), {v: "hashable"}[Version(1, 2)])
for action in (lambda: setattr(v, "major", 5), lambda: Job(), lambda: Job("a", 1, [], False, 5), lambda: v < 3):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
