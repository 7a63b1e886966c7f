# Timers call a function after a while, unless they are cancelled
import threading
import time


def ring(what):
    print(f"{time.monotonic():.1f} {what}")


timers = [threading.Timer(n, ring, args=[f"timer {n}"]) for n in (2, 1, 3)]
for timer in timers:
    timer.start()
time.sleep(1.5)
timers[2].cancel()
print(f"{time.monotonic():.1f} cancelled")
for timer in timers:
    timer.join()
print(f"{time.monotonic():.1f} done")
