# Built-in exceptions: args, str, repr, notes, and the attributes of each class
for e in (Exception(), Exception("one"), Exception("one", 2), KeyError("k"), KeyError("k", 1), KeyError(), ValueError(None), IndexError([1]), StopIteration(5), StopIteration(), SystemExit(3), SystemExit("bye"), OSError(2, "No such file"), OSError("just text"), OSError(2, "gone", "file.txt"), OSError(2, "a", "x", None, "y"), FileNotFoundError(2, "x"), ImportError("m", name="n", path="p"), NameError("n", name="x") if True else None, AttributeError("a", name="b", obj=1), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), SyntaxError("msg"), SyntaxError("msg", ("f.py", 1, 2, "text\n")), AssertionError((1, 2)), RuntimeError("a\nb"), Exception("é"), Exception(Exception("in")), StopAsyncIteration(1), KeyboardInterrupt(), GeneratorExit("g"), ExceptionGroup("g", [ValueError(1)])):
    print(type(e).__name__, "|", str(e).replace("\n", "\\n"), "|", repr(e), "|", e.args)
e = OSError(13, "denied", "f.txt")
print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, OSError(17, "x").__class__, OSError(9999, "x").__class__, OSError(2).errno, ImportError("m", name="n").name, StopIteration(4).value, SystemExit(2).code, SystemExit().code, SystemExit("a", "b").code, KeyError("x").args)
e = ValueError("v")
e.add_note("note 1")
e.add_note("note 2")
e.custom = [1]
e.args = ("changed", 1)
print(e.__notes__, e.custom, e, repr(e), e.with_traceback(None) is e, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__, vars(e))
for bad in (lambda: e.add_note(5), lambda: setattr(e, "args", 5), lambda: setattr(e, "__cause__", 5), lambda: setattr(e, "__traceback__", 5), lambda: e.with_traceback(5), lambda: ImportError(nope=1), lambda: ValueError(x=1), lambda: setattr(e, "__context__", "x"), lambda: delattr(e, "args"), lambda: e.message, lambda: ExceptionGroup("x"), lambda: KeyError(key=1), lambda: StopIteration(1).valu, lambda: AttributeError(names=1)):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
