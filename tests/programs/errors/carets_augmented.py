# Augmented assignment to an item that fails
counts = {"a": 1}
limits = (1, 2)
counts["a"] += limits[0]
print(counts)
limits[counts["a"] - 1] += 5
