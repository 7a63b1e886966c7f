# Threads run when they are started, until they first block
import threading
import time


def work(name, seconds):
    print(f"{time.monotonic():.1f} {name} starts")
    time.sleep(seconds)
    print(f"{time.monotonic():.1f} {name} ends")


threads = [threading.Thread(target=work, args=(f"worker {n}", 3 - n)) for n in range(3)]
for thread in threads:
    thread.start()
    print("started", thread.name, thread.is_alive())
for thread in threads:
    thread.join()
    print(f"{time.monotonic():.1f} joined", thread.name, thread.is_alive())
