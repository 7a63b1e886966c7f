# Errors inside comprehensions, generators and lambdas have frames of their own, or none.
data = [1, 2, 0]
try:
    print([10 // x for x in data])
except ZeroDivisionError as error:
    print("list:", error)
divide = lambda x: 10 // x
print(sum(divide(x) for x in data))
