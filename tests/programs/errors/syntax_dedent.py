# A dedent to a level that doesn't exist.
if True:
        x = 1
    y = 2
