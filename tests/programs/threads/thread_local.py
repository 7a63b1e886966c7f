# threading.local: attributes of which each thread has its own
import threading
import time

mine = threading.local()


class Counter(threading.local):
    shared = []

    def __init__(self, start):
        self.value = start


counter = Counter(10)
mine.name = "main"


def work(n):
    print(hasattr(mine, "name"), counter.value)
    mine.name = f"worker {n}"
    counter.value += n
    time.sleep(0.1)
    print(mine.name, counter.value, mine.__dict__)


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(mine.name, counter.value)
del mine.name
try:
    mine.name
except AttributeError as error:
    print(error)
