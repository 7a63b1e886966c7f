# A descriptor that a transport uses can't be watched by others; after closing it can.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    transport, protocol = await loop.create_connection(asyncio.Protocol, sock=left)
    print(transport)
    for call in (
        lambda: loop.add_reader(left, print),
        lambda: loop.remove_reader(left.fileno()),
        lambda: loop.add_writer(left, print),
    ):
        try:
            call()
        except RuntimeError as error:
            print(error)
    for bad in (
        lambda: loop.create_connection(asyncio.Protocol),
        lambda: loop.create_connection(asyncio.Protocol, "127.0.0.1", 80, sock=right),
        lambda: loop.create_connection(asyncio.Protocol, server_hostname="x", sock=right),
        lambda: loop.create_server(asyncio.Protocol),
    ):
        try:
            await bad()
        except ValueError as error:
            print(error)
    transport.abort()
    transport.write(b"lost")
    await asyncio.sleep(0)
    print(transport, transport.get_extra_info("socket").fileno(), left.fileno())
    print(right.recv(10))
    right.close()


asyncio.run(main())
