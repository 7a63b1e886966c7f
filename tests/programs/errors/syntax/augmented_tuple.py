# A mistake people make: += on two targets
a = b = 1
(a, b) += (1, 1)
