# What ends a thread is shown with the frames of `threading`.
import threading


def fail(what):
    raise ValueError(what)


class Own(threading.Thread):
    def run(self):
        fail("in a method")


for thread in (
    threading.Thread(target=fail, args=("in a function",), name="worker"),
    Own(name="own"),
    threading.Timer(2, fail, ["in a timer"]),
):
    thread.start()
    thread.join()


def hook(args):
    frames = []
    place = args.exc_traceback
    while place is not None:
        frames.append(place.tb_frame.f_code.co_name)
        place = place.tb_next
    print(args.exc_type.__name__, args.thread.name, frames[-1])


threading.excepthook = hook
threading.Thread(target=fail, args=("to the hook",), name="last").start()
