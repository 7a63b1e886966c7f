# A mistake people make: a starred expression alone
numbers = [1, 2]
first = *numbers
