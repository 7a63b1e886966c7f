# A class of one's own with run(), a result and an exception of its own
import threading
import time


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}")
        self.n = n
        self.result = None
        self.error = None

    def run(self):
        try:
            time.sleep(self.n / 10)
            self.result = 10 / (self.n - 1)
        except ZeroDivisionError as error:
            self.error = error


workers = [Worker(n) for n in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
    print(worker.name, worker.result, repr(worker.error))
