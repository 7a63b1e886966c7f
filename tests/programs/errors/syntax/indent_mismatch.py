# A mistake people make: a line that matches no open indentation
def f(x):
    if x:
        return 1
  return 2
