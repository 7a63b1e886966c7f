# Counter, defaultdict, OrderedDict and ChainMap: counting, missing keys, order, and several mappings as one.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict

words = "the cat and the dog and the bird".split()
count = Counter(words)
print(count, count.most_common(2), count["fish"], count.total(), sorted(count.elements())[:3])
more = Counter(cat=2, fish=1)
print(count + more, count - more, count & more, count | more, +count == count, -more)
count.update(["cat", "emu"])
count.subtract({"the": 5})
del count["nothing"]
count["dog"] += 10
print(count, count > more, Counter(a=1) == Counter(a=1, b=0), Counter())

groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(groups, 9 in groups, groups.get(9))
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 1
print(tree["a"], dict(tree["a"]), defaultdict(int, x=1) | {"y": 2})
try:
    defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)

order = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
order.move_to_end("a")
order.move_to_end("c", last=False)
print(order, order.popitem(), order.popitem(last=False), list(order))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())

settings = ChainMap({"colour": "red"}, {"colour": "blue", "size": 3})
child = settings.new_child({"size": 9})
child["new"] = True
print(settings["colour"], child["size"], len(child), sorted(child), child)
print(child.parents == settings, "size" in settings, child.get("nothing", 0))
try:
    settings["nothing"]
except KeyError as error:
    print("KeyError", error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


class Loud(UserList):
    def append(self, item):
        super().append(item.upper())


lower = Lower(A=1)
lower["B"] = 2
loud = Loud(["x"])
loud.append("y")
print(lower, sorted(lower.items()), "b" in lower, loud, loud + ["z"], len(loud))
