# A queue that is shut down lets those who wait go
import queue
import threading
import time

q = queue.Queue()


def worker(name):
    try:
        while True:
            item = q.get()
            print(name, "got", item)
            time.sleep(0.1)
            q.task_done()
    except queue.ShutDown as error:
        print(f"{time.monotonic():.1f} {name} {error!r}")


threads = [threading.Thread(target=worker, args=(name,)) for name in ("a", "b")]
for thread in threads:
    thread.start()
for n in range(3):
    q.put(n)
q.shutdown()
try:
    q.put(4)
except queue.ShutDown as error:
    print(repr(error))
for thread in threads:
    thread.join()
