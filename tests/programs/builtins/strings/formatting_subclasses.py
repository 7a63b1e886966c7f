# A string of a class of its own to which a format does nothing stays itself
class Own(str):
    def __str__(self):
        return 5


def show(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)


class Plain(str):
    pass


for text in Plain("abcdefg"), Plain(""), Plain("é"):
    for spec in "3", ">3", "", "s", "7", "8", ".7", ".9", ".3", "0", "<", "-<3", "3.9s":
        print(repr(spec), type(format(text, spec)).__name__, type(f"{text:{spec}}").__name__, type(text.__format__(spec)).__name__)
    print(type(f"{text}"), type(f"{text:3}"), type(f"{text:3}a"), type(f"{text!s:3}"), type("%3s" % text))
own = Own("abcdefg")
show(lambda: f"{own:>6}")
show(lambda: f"{own:>9}")
show(lambda: format(own, ""))
show(lambda: "%s" % own)
show(lambda: "{:10}".format(own))
