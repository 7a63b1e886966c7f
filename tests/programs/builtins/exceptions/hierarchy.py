# Exception hierarchy: every class, its base, and which handlers catch which
import builtins
classes = [c for c in vars(builtins).values() if isinstance(c, type) and issubclass(c, BaseException)]
names = sorted({c.__name__ for c in classes if not c.__name__.startswith("_")})
print(len(names))
for name in names:
    c = getattr(builtins, name)
    print(name, "<-", c.__base__.__name__, [b.__name__ for b in c.__bases__[1:]])
print(IOError is OSError, EnvironmentError is OSError, issubclass(UnicodeDecodeError, ValueError), ExceptionGroup.__mro__)
def catch(error, *handlers):
    try:
        raise error
    except handlers as e:
        return True
    except BaseException:
        return False
print(catch(KeyError(), LookupError), catch(IndexError(), KeyError), catch(FileNotFoundError(), OSError), catch(ZeroDivisionError(), ArithmeticError), catch(KeyboardInterrupt(), Exception), catch(SystemExit(), Exception, BaseException), catch(RecursionError(), RuntimeError), catch(NotImplementedError(), RuntimeError), catch(ModuleNotFoundError(), ImportError), catch(UnboundLocalError(), NameError), catch(TabError(), SyntaxError), catch(TimeoutError(), OSError), catch(StopIteration(), Exception), catch(GeneratorExit(), Exception), catch(ConnectionResetError(), ConnectionError), catch(BrokenPipeError(), OSError))
