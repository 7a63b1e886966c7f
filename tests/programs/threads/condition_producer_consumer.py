# A condition: producer and consumers of a bounded buffer
import threading
import time

buffer = []
condition = threading.Condition()


def produce():
    for n in range(6):
        with condition:
            condition.wait_for(lambda: len(buffer) < 2)
            buffer.append(n)
            print(f"{time.monotonic():.1f} produced {n}")
            condition.notify_all()
        time.sleep(0.1)


def consume(name, count):
    for _ in range(count):
        with condition:
            while not buffer:
                condition.wait()
            item = buffer.pop(0)
            condition.notify_all()
        print(f"{time.monotonic():.1f} {name} got {item}")
        time.sleep(0.3)


threads = [
    threading.Thread(target=consume, args=("first", 3)),
    threading.Thread(target=consume, args=("second", 3)),
    threading.Thread(target=produce),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
with condition:
    print(condition.wait(timeout=0.5), condition.wait_for(lambda: False, timeout=0.5))
try:
    condition.notify()
except RuntimeError as error:
    print(error)
try:
    condition.wait()
except RuntimeError as error:
    print(error)
