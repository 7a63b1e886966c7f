# A mistake people make: ! as in other languages
done = False
while !done:
    done = True
