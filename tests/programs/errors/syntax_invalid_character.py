# A typographic quote instead of a plain one.
print(“hello”)
