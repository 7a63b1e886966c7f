# An RLock is acquired again by its owner, and released as often
import threading
import time

lock = threading.RLock()


def factorial(n):
    with lock:
        time.sleep(0.01)
        return 1 if n == 0 else n * factorial(n - 1)


def other():
    print(f"{time.monotonic():.2f} other waits")
    with lock:
        print(f"{time.monotonic():.2f} other has it")


def main():
    print(factorial(5))


threads = [threading.Thread(target=main), threading.Thread(target=other)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
try:
    lock.release()
except RuntimeError as error:
    print(error)
