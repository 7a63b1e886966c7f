# pprint: dicts, lists, sets, strings, dataclasses, widths
from pprint import pprint, pformat, pp
import collections, dataclasses, types
data = {"name": "A rather long name for a thing", "items": [{"id": i, "tags": ["alpha", "beta", "gamma"], "ratio": i / 3} for i in range(4)], "nested": {"z": (1, 2, 3), "a": {"deep": {"deeper": list(range(30))}}}}
pprint(data); pp(data); pprint(data, width=40); pprint(data, depth=2); pprint(data, compact=True, width=60); pprint(data, indent=4)
pprint({"b": 1, "a": 2}); pprint([1, 2, 3]); pprint(list(range(40))); pprint(list(range(40)), compact=True); pprint(("x",)); pprint(tuple("abcdefghij" * 3), width=30)
pprint({3, 1, 2}); pprint(frozenset(range(40)), width=50); pprint("word " * 40); pprint({"text": "lorem ipsum dolor sit amet " * 6}); pprint(b"bytes" * 30); pprint("a\nb\n" * 10)
@dataclasses.dataclass
class Point:
    x: int
    y: list
    label: str = "a label that is long enough to wrap around the line"
pprint(Point(1, list(range(20)))); pprint([Point(1, [])] * 2)
pprint(collections.OrderedDict((f"key{i}", "v" * 20) for i in range(5))); pprint(collections.defaultdict(list, {i: list(range(8)) for i in range(6)})); pprint(collections.Counter("hello world" * 3)); pprint(collections.deque(range(40), 50)); pprint(types.SimpleNamespace(a="x" * 50, b="y" * 50))
loop = [1]; loop.append(loop); print(pformat(loop)[:30]); pprint({1: "a", "b": 2, (1, 2): 3}); pprint(1234567, underscore_numbers=True); pprint(None)
