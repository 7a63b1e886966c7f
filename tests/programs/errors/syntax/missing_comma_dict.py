# A mistake people make: two entries without a comma
ages = {"Ada": 36 "Bob": 41}
