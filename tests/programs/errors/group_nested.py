# An uncaught group with nested groups, notes, causes and contexts
def make(error):
    try:
        raise error
    except Exception as caught:
        return caught


inner = ExceptionGroup("inner", [make(KeyError("k")), make(OSError(2, "gone"))])
inner.add_note("a note on the inner group")
cause = ValueError("with a cause")
cause.__cause__ = make(ZeroDivisionError("the cause"))
raise ExceptionGroup("outer", [make(TypeError("first")), inner, cause])
