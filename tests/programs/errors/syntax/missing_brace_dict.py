# A mistake people make: a dict that is never closed
config = {
    "debug": True,
    "level": 3

print(config["level"])
