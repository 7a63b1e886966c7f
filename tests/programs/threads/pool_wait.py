# wait() and as_completed() for futures of threads
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


def values(futures):
    return sorted(str(future.exception() or future.result()) for future in futures)


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, n) for n in (3, 1, 2)]
    for mode in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        done, not_done = wait(futures, return_when=mode)
        print(f"{time.monotonic():.1f} {mode}", values(done), len(not_done))
    futures = {pool.submit(work, n): n for n in (0.3, 0.1, 0.2)}
    for future in as_completed(futures):
        print(f"{time.monotonic():.1f} {futures[future]} gave {future.result()}")
    done, not_done = wait([pool.submit(work, 5)], timeout=1)
    print(len(done), len(not_done), f"{time.monotonic():.1f}")
    try:
        for future in as_completed(not_done, timeout=1):
            print(future)
    except TimeoutError as error:
        print(error, f"{time.monotonic():.1f}")
print(f"{time.monotonic():.1f} end")
