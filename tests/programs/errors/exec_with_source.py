# Frames of text that was executed have no lines to show
code = """
def broken(x):
    return x + 1


broken("a")
"""
try:
    exec("1 / 0")
except ZeroDivisionError as error:
    print(error)
exec(compile(code, "<made>", "exec"), {})
