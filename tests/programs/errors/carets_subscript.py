# The carets of a subscript in a chain of subscripts
data = {"users": [{"name": "Ada", "tags": ["math"]}]}


def tag(user, index):
    return data["users"][user]["tags"][index].upper()


print(tag(0, 0))
print(tag(0, 3))
