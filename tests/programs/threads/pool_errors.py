# Exceptions, cancelling and timeouts of futures of threads
import time
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor, TimeoutError


def fails(n):
    time.sleep(n)
    raise ValueError(n)


with ThreadPoolExecutor(1) as pool:
    first = pool.submit(fails, 1)
    second = pool.submit(fails, 2)
    print(first.cancel(), second.cancel(), second.cancelled(), second.done())
    try:
        first.result(timeout=0.5)
    except TimeoutError as error:
        print("timeout", repr(error), f"{time.monotonic():.1f}")
    try:
        first.result()
    except ValueError as error:
        print("error", error, repr(first.exception()))
    try:
        second.result()
    except CancelledError as error:
        print("cancelled", repr(error))
    called = pool.submit(time.sleep, 1)
    called.add_done_callback(lambda future: print("callback", future.result(), f"{time.monotonic():.1f}"))
    first.add_done_callback(lambda future: print("at once", repr(future.exception())))
future = Future()
future.set_result(5)
print(future.result(), future.done(), future.running())
try:
    future.set_result(6)
except InvalidStateError as error:
    print(str(error).split(" at ")[0])
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
