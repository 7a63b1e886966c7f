# A mistake people make: an increment as in other languages
count = 0
count++
print(count)
