# The messages of unittest's assertions when they are wrong.
import unittest
import warnings

case = unittest.TestCase()


def show(name, *args, **keywords):
    try:
        getattr(case, name)(*args, **keywords)
    except AssertionError as error:
        print(f"{name}: {error}")
    else:
        print(f"{name}: holds")


show("assertTrue", [])
show("assertFalse", 1, "with a message")
show("assertEqual", 1, 2)
show("assertEqual", "a" * 100 + "b", 17)
show("assertNotEqual", 1, 1)
show("assertIs", [], [])
show("assertIsNot", None, None)
show("assertIsNone", 0)
show("assertIsNotNone", None)
show("assertIn", 3, (1, 2))
show("assertNotIn", 1, (1, 2))
show("assertIsInstance", 1, str)
show("assertIsInstance", 1, (str, bytes))
show("assertNotIsInstance", 1, int)
show("assertLess", 2, 1)
show("assertLessEqual", 2, 1)
show("assertGreater", 1, 2)
show("assertGreaterEqual", 1, 2)
show("assertAlmostEqual", 1.0, 1.1)
show("assertAlmostEqual", 1.0, 1.1, delta=0.05)
show("assertNotAlmostEqual", 1.0, 1.00000001)
show("assertSetEqual", {1, 2}, {2, 3})
show("assertCountEqual", [1, 1, 2], [2, 1])
show("assertStartsWith", "text", "x")
show("assertEndsWith", "text", "x")
show("assertRaises", ValueError, int, "7")
show("assertRaises", ValueError, int, "x")
show("fail", "on purpose")

with case.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
try:
    with case.assertRaises((KeyError, IndexError), msg="nothing came"):
        pass
except AssertionError as error:
    print(error)
with case.assertWarns(DeprecationWarning) as warned:
    warnings.warn("old", DeprecationWarning)
print(warned.warning)
