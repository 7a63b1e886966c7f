# A mistake people make: for without its colon
for number in range(3)
    print(number)
