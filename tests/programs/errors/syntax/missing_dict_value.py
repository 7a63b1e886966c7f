# A mistake people make: a key without a value
point = {"x": 1, "y":}
