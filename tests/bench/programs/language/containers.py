# Lists and dicts that grow, shrink and are searched.
counts = {}
items = []
for i in range(200_000):
    key = i * 7919 % 1009
    counts[key] = counts.get(key, 0) + 1
    items.append(key)
    if len(items) > 500:
        items.pop()
        items[i % 500] = i
best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
print(best, len(items), sum(items))
