# A mistake people make: a Windows path in an ordinary string
path = "C:\Users\ada"
