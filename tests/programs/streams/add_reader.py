# add_reader and add_writer: callbacks when a socket can be read from or written to.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    done = loop.create_future()

    def reader(name):
        data = left.recv(100)
        print(loop.time(), name, data)
        if data == b"end":
            print(loop.remove_reader(left), loop.remove_reader(left))
            done.set_result("done")

    n_written = 0

    def writer():
        nonlocal n_written
        n_written += 1
        print("writable", n_written)
        right.send(b"w%d" % n_written)
        if n_written == 3:
            print(loop.remove_writer(right.fileno()), loop.remove_writer(right.fileno()))

    loop.add_reader(left, reader, "first")
    loop.add_writer(right, writer)
    loop.call_later(1, right.send, b"later")
    loop.call_later(2, loop.add_reader, left, reader, "second")
    loop.call_later(2, right.send, b"end")
    loop.call_soon(print, "soon")
    print(await done)
    left.close()
    right.close()
    try:
        loop.add_reader("text", print)
    except ValueError as error:
        print(error)


asyncio.run(main())
