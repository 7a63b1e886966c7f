# KeyboardInterrupt is no Exception.
try:
    raise KeyboardInterrupt
except Exception:
    print("not caught here")
except BaseException as error:
    print("caught", repr(error))
print(issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, Exception))
