# An event lets all who wait go on; waiting may have a limit
import threading
import time

ready = threading.Event()


def waiter(n, timeout):
    answer = ready.wait(timeout)
    print(f"{time.monotonic():.1f} waiter {n}: {answer}")


for n, timeout in enumerate((None, 0.5, 2, None)):
    threading.Thread(target=waiter, args=(n, timeout)).start()
print(ready.is_set())
time.sleep(1)
ready.set()
print(f"{time.monotonic():.1f} set", ready.is_set(), ready.wait())
ready.clear()
print(ready.wait(0.25), f"{time.monotonic():.2f}")
