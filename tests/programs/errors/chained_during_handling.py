# An error while handling another: both tracebacks are shown.
def load(settings, key):
    try:
        return settings[key]
    except KeyError:
        return int("default")


load({}, "port")
