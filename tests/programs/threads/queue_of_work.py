# queue.Queue: workers, task_done and join
import queue
import threading
import time

jobs = queue.Queue()


def worker(name):
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            break
        time.sleep(job)
        print(f"{time.monotonic():.1f} {name} did {job}")
        jobs.task_done()


threads = [threading.Thread(target=worker, args=(f"w{n}",)) for n in range(3)]
for thread in threads:
    thread.start()
for n in range(6):
    jobs.put(n / 2)
print(jobs.qsize(), jobs.empty(), jobs.unfinished_tasks)
jobs.join()
print(f"{time.monotonic():.1f} all done")
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
try:
    jobs.task_done()
except ValueError as error:
    print(error)
