# assert with a condition over two lines
def validate(order):
    assert order["items"], "empty"
    assert (
        order["total"] == sum(order["items"])
        and order["total"] > 0
    ), f"total {order['total']} is wrong"
    return True


print(validate({"items": [1, 2], "total": 3}))
validate({"items": [1, 2], "total": 4})
