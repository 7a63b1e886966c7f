# ThreadPoolExecutor: submit, result, map, names of its threads
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    name = threading.current_thread().name
    time.sleep((5 - n) / 10)
    print(f"{time.monotonic():.1f} {n} in {name}")
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, n) for n in range(4)]
    print([future.running() for future in futures], [future.done() for future in futures])
    print([future.result() for future in futures])
    print(list(pool.map(work, range(3))))
    print(pool.submit(pow, 2, 10).result())
with ThreadPoolExecutor(3, thread_name_prefix="named") as pool:
    print(list(pool.map(lambda a, b: (a + b, threading.current_thread().name), range(4), range(4))))
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
