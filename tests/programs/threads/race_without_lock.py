# Without a lock, what one thread read is old when it writes
import threading
import time

balance = 0


def deposit(amount):
    global balance
    seen = balance
    time.sleep(0.1)
    balance = seen + amount


threads = [threading.Thread(target=deposit, args=(10,)) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
