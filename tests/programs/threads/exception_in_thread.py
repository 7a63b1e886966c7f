# What ends a thread is told on standard error; the program goes on
import threading
import time


def fails(n):
    time.sleep(0.1)
    return [1, 2, 3][n]


def leaves():
    raise SystemExit(3)


thread = threading.Thread(target=fails, args=(5,))
thread.start()
thread.join()
print("goes on", thread.is_alive())
thread = threading.Thread(target=leaves, name="leaver")
thread.start()
thread.join()


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=fails, args=("x",), name="hooked")
thread.start()
thread.join()
print("end")
