# Double-ended queues: both ends, a maximum length, rotation, and what iterating does when they change.
from collections import deque


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


recent = deque([1, 2, 3], maxlen=3)
recent.append(4)
print(recent)
recent.appendleft(0)
print(recent, recent[0], recent[-1], len(recent), recent.maxlen)
print(recent.popleft(), recent.pop(), recent)

line = deque("abcdef")
line.rotate(2)
print(line)
line.rotate(-1)
print(line, line.index("a"), line.count("z"), "c" in line)
line.extend("xy")
line.extendleft("12")
line.remove("c")
line.insert(1, "!")
del line[0]
line[0] = "?"
line.reverse()
print(line, list(reversed(line))[:2], line.copy() == line, line == list(line))
print(deque([1, 2]) + deque([3]), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), bool(deque()))

attempt(lambda: deque().popleft())
attempt(lambda: deque([1]).remove(2))
attempt(lambda: deque([1])[1])
attempt(lambda: deque([1]) + [2])
attempt(lambda: deque([], -1))
attempt(lambda: deque([1], 1).insert(0, 2))
attempt(lambda: hash(deque()))


def grow():
    queue = deque([1, 2])
    for item in queue:
        queue.append(item)


attempt(grow)


class History(deque):
    def append(self, item):
        super().append(item * 2)


history = History([1], 5)
history.append(2)
print(history, isinstance(history, deque), history.maxlen)
nested = deque([1])
nested.append(nested)
print(nested)
