# A mistake people make: an apostrophe ends a string early
message = 'it's late'
print(message)
