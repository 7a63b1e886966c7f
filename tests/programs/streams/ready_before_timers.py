# A turn looks at sockets before timers: what is ready there runs before timers that are due at the same time.
import asyncio
import socket
import time


async def main():
    loop = asyncio.get_running_loop()
    pairs = [socket.socketpair() for _ in range(3)]
    for n, (left, right) in enumerate(pairs):
        left.setblocking(False)
        loop.add_reader(left, lambda n=n, left=left: print("reader", n, left.recv(10)))

    def act():
        loop.call_soon(print, "soon")
        loop.call_later(0.5, print, "timer 0.5")
        loop.call_later(1, print, "timer 1")
        for n in (2, 0, 1):
            pairs[n][1].send(b"x")
        time.sleep(1)
        loop.call_soon(print, "soon, after blocking")

    loop.call_later(1, act)
    await asyncio.sleep(3)
    for left, right in pairs:
        loop.remove_reader(left)
        left.close()
        right.close()


asyncio.run(main())
