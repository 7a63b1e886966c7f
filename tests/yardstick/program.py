"""The beginning of every program of the yardstick: makes the modules that the tests import, and runs one test.

`SOURCES`, `MODULE` and `TEST` stand in front of this text. Without a test the names of all are printed.
"""

import sys
import types


def make(name, source, is_package):
    module = types.ModuleType(name)
    if is_package:
        module.__path__ = []
    sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, module)
    exec(compile(source, name.replace(".", "/") + ".py", "exec"), module.__dict__)
    return module


def every(suite):
    for test in suite:
        if hasattr(test, "countTestCases") and hasattr(test, "_tests"):
            yield from every(test)
        else:
            yield test


# The engine has one task and one future, for the tests of CPython's two.
import asyncio.futures
import asyncio.tasks

asyncio.tasks._CTask = asyncio.tasks._PyTask = asyncio.Task
for name in ("current_task", "all_tasks"):
    for kind in ("_c_", "_py_"):
        setattr(asyncio.tasks, kind + name, getattr(asyncio, name))
asyncio.futures._CFuture = asyncio.futures._PyFuture = asyncio.Future

for name, (source, is_package) in SOURCES.items():
    make(name, source, is_package)

import unittest

if TEST is None:
    for test in every(unittest.defaultTestLoader.loadTestsFromModule(sys.modules[MODULE])):
        print(type(test).__name__ + "." + test._testMethodName)
else:
    main = unittest.main(module=MODULE, defaultTest=TEST, argv=["yardstick"], exit=False)
    if main.result.skipped:
        print("skipped:", main.result.skipped[0][1])
    for _, text in main.result.errors + main.result.failures:
        print("failed:", text.strip().splitlines()[-1])
    if main.result.wasSuccessful() and main.result.testsRun:
        print("passed")
