# A missing colon.
print("not printed, since nothing runs")
def f(x)
    return x
