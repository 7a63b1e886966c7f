# An expression of many lines: what lies between is left out
values = [1, 2, 3]
result = (
    values[0]
    + values[1]
    + values[2]
    + len(values)
    + max(values)
    + "not a number"
    + min(values)
    + sum(values)
)
