# A source that begins with an operator that stands behind something else.
-> 1
