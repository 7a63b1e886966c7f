# A group with many members and one that is deep
def nest(n):
    return ExceptionGroup(f"level {n}", [nest(n - 1) if n else ValueError("bottom")])


raise ExceptionGroup("wide", [ValueError(i) for i in range(18)] + [nest(3)])
