# An exception in a field of an f-string
def describe(item):
    return f"{item['name']:>10} costs {item['price'] / item['count']:.2f}"


print(describe({"name": "tea", "price": 5, "count": 2}))
print(describe({"name": "air", "price": 5, "count": 0}))
