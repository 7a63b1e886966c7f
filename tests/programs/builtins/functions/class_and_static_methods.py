# classmethod, staticmethod: binding, inheritance, chaining and their attributes
class Base:
    count = 0

    @classmethod
    def create(cls, *args):
        cls.count += 1
        return cls, args

    @staticmethod
    def helper(x, y=2):
        """Doc of helper."""
        return x + y

    @classmethod
    def describe(cls):
        return f"{cls.__name__}:{cls.helper(1)}"

    alias = helper
    raw = classmethod(lambda cls: cls.__name__)


class Derived(Base):
    @classmethod
    def create(cls, *args):
        base, given = super().create(*args)
        return base.__name__, given, super().describe()

    @staticmethod
    def helper(x):
        return x * 100


print(Base.create(1)[0].__name__, Base().create()[1], Derived.create(1, 2), Derived().create(), Base.count, Derived.count)
print(Base.helper(1), Base().helper(1, 1), Derived.describe(), Base.alias(5), Base.raw(), Derived.raw())
s = Base.__dict__["helper"]
c = Base.__dict__["describe"]
print(type(s).__name__, s.__func__.__name__, s.__wrapped__ is s.__func__, s.__name__, s.__doc__, s(3), callable(s), callable(c), c.__func__.__qualname__, c.__get__(None, Derived)(), Base.create.__self__ is Base, Base.helper.__qualname__)
for bad in (lambda: Base.create.__func__(), lambda: c(), lambda: Base.helper(), lambda: Base.describe(1), lambda: classmethod(), lambda: staticmethod(1, 2), lambda: classmethod(5).__get__(None, int)(), lambda: Base().helper.nope):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Singleton:
    _instance = None

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance


print(Singleton.get() is Singleton.get())
