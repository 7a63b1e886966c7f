# A pool that nobody shuts down is waited for at the end
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(n)
    print(f"{time.monotonic():.1f} done {n}")


pool = ThreadPoolExecutor(2)
for n in (1, 2, 3):
    pool.submit(work, n)
print("main ends")
