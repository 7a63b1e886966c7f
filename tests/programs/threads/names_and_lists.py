# Names, the current and the main thread, who is alive, daemons
import threading
import time


def work():
    me = threading.current_thread()
    print(me.name, me.daemon, me is threading.main_thread(), me.ident == threading.get_ident())
    time.sleep(1)


def unnamed():
    time.sleep(1)


print(threading.current_thread().name, threading.main_thread().name, threading.active_count())
first = threading.Thread(target=work)
second = threading.Thread(target=work, name="named", daemon=True)
third = threading.Thread(target=unnamed)
fourth = threading.Thread()
lambdas = threading.Thread(target=lambda: None)
print(first.name, second.name, third.name, fourth.name, lambdas.name)
print(first.is_alive(), first.ident, repr(first).split(",")[0])
for thread in (first, second, third):
    thread.start()
print([thread.name for thread in threading.enumerate()], threading.active_count())
first.name = "renamed"
first.join()
print(first.name, first.is_alive(), [thread.name for thread in threading.enumerate()])
for mistake in (first.start, fourth.join, threading.current_thread().join):
    try:
        mistake()
    except RuntimeError as error:
        print(error)
try:
    second.daemon = False
except RuntimeError as error:
    print(error)
