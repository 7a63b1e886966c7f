# Sorting with and without a key.
values = [i * 48271 % 65537 for i in range(60_000)]
print(sorted(values)[:3], sorted(values, reverse=True)[:3])
print(sorted(values, key=lambda value: (value % 100, value))[:3])
words = sorted(str(value) for value in values)
print(words[0], words[-1])
