# A missing key; the message of KeyError is the key's repr.
prices = {"apple": 1.5, "pear": 2}
for fruit in ("apple", "plum"):
    print(fruit, prices[fruit])
