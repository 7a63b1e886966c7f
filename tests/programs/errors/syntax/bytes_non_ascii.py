# A mistake people make: a bytes literal that is not ASCII
data = b"café"
