# The name of an exception's class: with its module, nested and renamed
import collections
import json


class Outer:
    class Inner(Exception):
        pass


try:
    raise Outer.Inner("nested name")
except Outer.Inner as error:
    print(type(error).__qualname__)
try:
    json.loads("{bad")
except json.JSONDecodeError as error:
    print(type(error).__module__, error)
Outer.Inner.__module__ = "elsewhere"
raise Outer.Inner("renamed module")
