# Kinds of queues, limits, timeouts and errors
import queue
import threading
import time

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print([q.get() for _ in range(3)], q.empty())

small = queue.Queue(maxsize=1)
small.put("first")
print(small.full(), small.maxsize)
for attempt in (lambda: small.put_nowait("x"), lambda: small.put("x", timeout=0.5)):
    try:
        attempt()
    except queue.Full as error:
        print(f"{time.monotonic():.1f} Full {error!r}")
print(small.get())
for attempt in (small.get_nowait, lambda: small.get(timeout=0.5), lambda: small.get(timeout=-1)):
    try:
        attempt()
    except (queue.Empty, ValueError) as error:
        print(f"{time.monotonic():.1f} {error!r}")


def consume():
    for _ in range(3):
        time.sleep(1)
        print(f"{time.monotonic():.1f} got {small.get()}")


thread = threading.Thread(target=consume)
thread.start()
for n in range(3):
    small.put(n)
    print(f"{time.monotonic():.1f} put {n}")
thread.join()
