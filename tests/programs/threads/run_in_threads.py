# Each thread with an event loop of its own
import asyncio
import threading
import time


async def work(name, seconds):
    for n in range(2):
        await asyncio.sleep(seconds)
        print(f"{time.monotonic():.1f} {name} {n}")
    return name


def run(name, seconds):
    print("result", asyncio.run(work(name, seconds)))


threads = [threading.Thread(target=run, args=(f"loop {n}", n / 2)) for n in (3, 1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(asyncio.run(work("main", 1)))
