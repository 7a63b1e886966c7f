# A mistake people make: the walrus rebinding a loop variable
print([x := 0 for x in range(3)])
