# An exception in a function that a built-in calls
people = [{"name": "Ada", "age": 36}, {"name": "Bob"}]


def age(person):
    return person["age"]


print(max(people[:1], key=age))
print(sorted(people, key=lambda person: (age(person), person["name"])))
