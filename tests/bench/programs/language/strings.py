# Formatting, joining, splitting.
lines = []
for i in range(60_000):
    lines.append(f"{i:05d}: {i * 1.5:.2f} {'even' if i % 2 == 0 else 'odd'}")
text = "\n".join(lines)
words = text.replace("odd", "uneven").split()
print(len(text), len(words), words[-1], text.count("even"))
