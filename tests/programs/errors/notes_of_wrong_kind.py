# __notes__ that is no list of strings
e = ValueError("message")
e.__notes__ = ["fine", 5, None]
try:
    raise e
except ValueError as caught:
    other = TypeError("another")
    other.__notes__ = "not a list"
    raise other
