# The main thread fails; the other one still runs to its end
import threading
import time


def work():
    time.sleep(1)
    print(f"{time.monotonic():.1f} work is done")


threading.Thread(target=work).start()
raise ValueError("main fails")
