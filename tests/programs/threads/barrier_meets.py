# A barrier lets threads go on together
import threading
import time

barrier = threading.Barrier(3, action=lambda: print("all there"))


def work(n):
    for phase in range(2):
        time.sleep(n / 10)
        place = barrier.wait()
        print(f"{time.monotonic():.1f} {n} in phase {phase} came as {place}")


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(barrier.parties, barrier.n_waiting, barrier.broken)
late = threading.Barrier(2)
try:
    late.wait(timeout=0.5)
except threading.BrokenBarrierError as error:
    print("broken", repr(error), late.broken)
late.reset()
print(late.broken)
