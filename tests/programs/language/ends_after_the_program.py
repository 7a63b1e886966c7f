# What ends with the program still sees its variables; what it raises is told of without source
class Loud:
    def __del__(self):
        self.inner()

    def inner(self):
        raise ValueError


def helper():
    print("helper")
    return undefined


def careful(hurt):
    try:
        yield 1
    except GeneratorExit:
        if hurt:
            raise KeyError("no source")
    helper()


loud = Loud()
loud = None
first = careful(False)
next(first)
del first
last = Loud()
second, third = careful(False), careful(True)
next(second), next(third)
print("end")
