# A mistake people make: a keyword as the name of a variable
class = "economy"
