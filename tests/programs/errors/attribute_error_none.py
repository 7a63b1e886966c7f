# A method that returns None, then used as if it returned the list.
numbers = [3, 1, 2].sort()
print(numbers)
numbers.append(4)
