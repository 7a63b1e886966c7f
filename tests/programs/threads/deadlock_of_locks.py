# Two threads that wait for each other for ever
import threading
import time

a, b = threading.Lock(), threading.Lock()


def work(first, second, name):
    with first:
        print(name, "has its first lock")
        time.sleep(0.1)
        with second:
            print(name, "has both")


threads = [threading.Thread(target=work, args=(a, b, "one")), threading.Thread(target=work, args=(b, a, "two"))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
