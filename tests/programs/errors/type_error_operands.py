# Adding a string and a number.
age = 30
print("years: " + str(age))
print("years: " + age)
