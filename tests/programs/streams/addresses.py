# Names and addresses: getaddrinfo and its relatives, and what they raise.
import asyncio
import socket

for host, port, kind in (("localhost", 80, socket.SOCK_STREAM), ("127.0.0.1", "http", 0), (None, 8080, socket.SOCK_DGRAM)):
    print(socket.getaddrinfo(host, port, type=kind))
print(socket.gethostbyname("localhost"), socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x01\x02\x03\x04"))
print(socket.htons(1), socket.ntohl(1), socket.has_ipv6 in (True, False))
for call in (
    lambda: socket.getaddrinfo("no.such.host", 80),
    lambda: socket.gethostbyname("example.invalid"),
    lambda: socket.getaddrinfo("localhost", "nosuchservice"),
    lambda: socket.socket().connect(("nowhere.invalid", 1)),
    lambda: socket.socket().bind("text"),
    lambda: socket.socket().bind(("127.0.0.1", 70000)),
):
    try:
        call()
    except (OSError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("no.such.host", 80)
    except socket.gaierror as error:
        print(error.errno, error)


asyncio.run(main())
