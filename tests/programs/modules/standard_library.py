# The modules that asyncio tutorials use beside asyncio: collections, itertools, math, enum, datetime, json.
import collections
import datetime
import enum
import itertools
import json
import math
import time

print(collections.Counter("abracadabra").most_common(2), collections.deque([1, 2, 3], maxlen=2))
groups = collections.defaultdict(list)
for word in ("apple", "bob", "avocado"):
    groups[word[0]].append(word)
print(dict(groups), collections.namedtuple("P", "x y")(1, 2))
print(list(itertools.chain([1], [2, 3])), list(itertools.islice(itertools.count(10), 3)), list(itertools.combinations("abc", 2)))
print(list(itertools.accumulate([1, 2, 3])), [list(g) for _, g in itertools.groupby("aabbb")], list(itertools.product([0, 1], "ab")))
print(math.sqrt(2), math.pi, math.floor(-1.5), math.gcd(12, 18), math.factorial(10), math.inf, math.isclose(0.1 + 0.2, 0.3))


class Color(enum.Enum):
    RED = 1
    GREEN = enum.auto()


print(Color.RED, repr(Color.GREEN), Color(1), Color["RED"].name, list(Color), Color.RED is Color.RED)
print(datetime.datetime.now(), datetime.date(2026, 1, 1) + datetime.timedelta(days=45), datetime.timedelta(seconds=3661))
print(time.time(), time.monotonic(), time.strftime("%Y-%m-%d %H:%M:%S"), time.ctime())
time.sleep(1.5)
print(time.perf_counter(), datetime.datetime.now().isoformat())
print(json.dumps({"a": [1, 2.5, None, True], "é": "x"}, indent=2), json.loads('{"k": [1, {"n": null}]}'))
