# The program ends while a daemon still sleeps; others are waited for
import threading
import time


def work(name, seconds):
    for n in range(3):
        time.sleep(seconds)
        print(f"{time.monotonic():.1f} {name} {n}")


threading.Thread(target=work, args=("daemon", 1), daemon=True).start()
threading.Thread(target=work, args=("waited for", 0.5)).start()
print("main ends")
