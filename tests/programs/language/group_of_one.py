# What `repr` shows of groups: the sequence they were made of, a tuple where `except*` made them
try:
    try:
        raise ValueError(1)
    except* ValueError as group:
        print(repr(group), group.args, group.exceptions)
        raise
except Exception as error:
    print(repr(error))
try:
    raise ExceptionGroup("several", [ValueError(1), KeyError(2)])
except* KeyError as group:
    print(repr(group), group.args)
except* ValueError as group:
    print(repr(group), group.args)
print(repr(ExceptionGroup("tuple", (ValueError(1),))))
group = ExceptionGroup("list", [ValueError(1), KeyError(2)])
print(repr(group.derive((OSError(),))), group.subgroup(ValueError).args, group.split(KeyError))
