# A lock makes threads wait for each other, in their order
import threading
import time

lock = threading.Lock()
balance = 0


def deposit(amount):
    global balance
    with lock:
        seen = balance
        time.sleep(0.1)
        balance = seen + amount
        print(f"{time.monotonic():.1f} {threading.current_thread().name}: {balance}")


threads = [threading.Thread(target=deposit, args=(n * 10,)) for n in range(1, 5)]
for thread in threads:
    thread.start()
print("locked:", lock.locked(), "without waiting:", lock.acquire(blocking=False))
print("in time:", lock.acquire(timeout=0.05), f"{time.monotonic():.2f}")
for thread in threads:
    thread.join()
print(balance, lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print("RuntimeError", error)
