# A mistake people make: quotes from a word processor
print(“hello”)
