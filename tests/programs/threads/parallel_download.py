# What tutorials show: downloads one after another, in threads, and in a pool
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

SITES = {"alpha": 0.5, "beta": 0.3, "gamma": 0.9, "delta": 0.1}


def download(site):
    time.sleep(SITES[site])
    return f"{site}: {len(site) * 100} bytes"


start = time.perf_counter()
for site in SITES:
    print(download(site))
print(f"one after another: {time.perf_counter() - start:.2f} s")

start = time.perf_counter()
results = []
lock = threading.Lock()


def collect(site):
    answer = download(site)
    with lock:
        results.append(answer)


threads = [threading.Thread(target=collect, args=(site,)) for site in SITES]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(results, f"{time.perf_counter() - start:.2f} s")

start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as executor:
    futures = {executor.submit(download, site): site for site in SITES}
    for future in as_completed(futures):
        print(futures[future], "->", future.result())
print(f"pool: {time.perf_counter() - start:.2f} s")
