# A module that does not compile
x = (1,
