# The selectors module: waiting for several sockets without asyncio.
import selectors
import socket
import time

selector = selectors.DefaultSelector()
pairs = [socket.socketpair() for _ in range(3)]
for n, (left, right) in enumerate(pairs):
    left.setblocking(False)
    selector.register(left, selectors.EVENT_READ, data=n)
print(selector.select(timeout=0), len(selector.get_map()))
print(selector.select(timeout=1.5), time.monotonic())
for n in (2, 0):
    pairs[n][1].send(b"x%d" % n)
for key, events in selector.select():
    print(key.data, events == selectors.EVENT_READ, key.fileobj.recv(10))
selector.modify(pairs[1][0], selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
print([(key.data, events) for key, events in selector.select(1)])
print(selector.unregister(pairs[1][0]).data)
for bad in (lambda: selector.register(pairs[0][0], 1), lambda: selector.get_key(99), lambda: selector.register(1, 0)):
    try:
        bad()
    except (KeyError, ValueError) as error:
        print(type(error).__name__)
selector.close()
