# A mistake people make: ?: as in other languages
x = 5
size = x > 3 ? "big" : "small"
