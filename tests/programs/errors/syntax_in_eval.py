# A SyntaxError from eval: the text stands below, with its carets
def calculate(expression):
    return eval(expression)


print(calculate("1 + 2"))
calculate("3 * (4 + ]")
