# A bracket closed by a parenthesis.
values = [1, 2, 3)
