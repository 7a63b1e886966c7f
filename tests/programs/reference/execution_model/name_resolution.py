# 4.2 Naming and binding: locals, enclosing scopes, globals, builtins, and class bodies that do not nest
x = "global"
def shadow(len):
    return len
def outer():
    x = "outer"
    def middle():
        def inner():
            return x
        return inner
    class C:
        x = "class"
        def m(self):
            return x
        y = x
        z = [x for _ in range(1)]
        lam = lambda self: x
    return middle()(), C().m(), C.y, C.z, C().lam()
print(outer(), shadow(5), len([1]))
def conditional(flag):
    if flag:
        value = 1
    return value
for flag in (True, False):
    try:
        print(conditional(flag))
    except UnboundLocalError as e:
        print(e)
def loop_variable():
    for i in range(3):
        pass
    return i, [j for j in range(2)]
print(loop_variable())
try:
    j
except NameError as e:
    print(e)
def late():
    return defined_later
try:
    late()
except NameError as e:
    print(e)
defined_later = "now"
print(late())
counter = 0
def bump():
    counter += 1
try:
    bump()
except UnboundLocalError as e:
    print(e)
len = lambda v: "shadowed"
print(len([1, 2]))
del len
print(len([1, 2]))
def parameter_defaults(a=x, b=[x]):
    x = "inner"
    return a, b, x
print(parameter_defaults())
try:
    raise ValueError
except ValueError as err:
    pass
print("err" in globals(), "__name__" in globals(), __name__)
del x
try:
    outer.__code__ and x
except NameError as e:
    print(e)
