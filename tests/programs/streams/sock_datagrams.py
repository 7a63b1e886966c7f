# loop.sock_recvfrom, sock_sendto, sock_recv_into on datagram and paired sockets.
import asyncio
import socket


async def answer(loop, sock):
    for _ in range(2):
        data, address = await loop.sock_recvfrom(sock, 100)
        print("got", data, "from", address)
        await loop.sock_sendto(sock, data[::-1], address)


async def main():
    loop = asyncio.get_running_loop()
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.setblocking(False)
    server.bind(("127.0.0.1", 6000))
    task = asyncio.create_task(answer(loop, server))
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.setblocking(False)
    for word in (b"abc", b"xyz"):
        print(await loop.sock_sendto(client, word, ("127.0.0.1", 6000)))
        buffer = bytearray(10)
        print(await loop.sock_recvfrom_into(client, buffer), bytes(buffer))
    await task
    server.close()
    client.close()

    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    buffer = bytearray(5)
    reading = asyncio.create_task(loop.sock_recv_into(left, buffer))
    await asyncio.sleep(1)
    await loop.sock_sendall(right, b"hi")
    print(await reading, bytes(buffer))
    right.close()
    print(await loop.sock_recv(left, 10))
    left.close()


asyncio.run(main())
