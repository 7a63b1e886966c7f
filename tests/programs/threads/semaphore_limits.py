# A semaphore lets so many in at a time
import threading
import time

semaphore = threading.Semaphore(2)
bounded = threading.BoundedSemaphore(1)


def work(n):
    with semaphore:
        print(f"{time.monotonic():.1f} in {n}")
        time.sleep(1)
    print(f"{time.monotonic():.1f} out {n}")


threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.5))
for thread in threads:
    thread.join()
bounded.acquire()
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)
