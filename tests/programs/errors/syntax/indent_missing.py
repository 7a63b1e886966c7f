# A mistake people make: a body that is not indented
def area(width, height):
return width * height
