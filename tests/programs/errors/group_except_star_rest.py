# What except* leaves over is raised again as a group
def tasks():
    errors = []
    for action in (lambda: 1 / 0, lambda: [][1], lambda: {}["x"]):
        try:
            action()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("tasks failed", errors)


try:
    tasks()
except* ZeroDivisionError as group:
    print("handled", group.exceptions)
