# Did you mean: names of locals, globals and builtins
def average(numbers):
    total_sum = sum(numbers)
    return total_sum / lenght(numbers)


def other(value):
    first_value = value
    return firstvalue


for function in (average, other):
    try:
        function([1, 2])
    except NameError as error:
        print(error, error.name)
average([1, 2])
