import queue
import threading
import time


def cook(name, minutes):
    for dish in range(1, 3):
        with stove:
            time.sleep(minutes)
        counter.put(f"{name}'s dish {dish}")
    counter.put(None)


def serve(cooks):
    while cooks:
        dish = counter.get()
        if dish is None:
            cooks -= 1
        else:
            print(f"{time.monotonic() - start:.0f}: {dish}")


stove = threading.Lock()
counter = queue.Queue()
start = time.monotonic()
threads = [
    threading.Thread(target=cook, args=("Ann", 3), name="Ann"),
    threading.Thread(target=cook, args=("Bob", 2), name="Bob"),
    threading.Thread(target=serve, args=(2,), name="waiter"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("closed")
