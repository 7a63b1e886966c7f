# loop.sock_*: an echo server on plain sockets.
import asyncio
import socket


async def serve_one(loop, connection):
    while data := await loop.sock_recv(connection, 1024):
        print("server:", data)
        await loop.sock_sendall(connection, data.upper())
    print("server: closed by the client")
    connection.close()


async def serve(loop, listener, n):
    tasks = []
    for _ in range(n):
        connection, address = await loop.sock_accept(listener)
        print("accepted", address, connection.gettimeout())
        tasks.append(asyncio.create_task(serve_one(loop, connection)))
    await asyncio.gather(*tasks)


async def client(loop, name, pause):
    with socket.socket() as sock:
        sock.setblocking(False)
        await loop.sock_connect(sock, ("127.0.0.1", 5000))
        for n in range(2):
            await loop.sock_sendall(sock, f"{name}{n}".encode())
            print(name, await loop.sock_recv(sock, 100), loop.time())
            await asyncio.sleep(pause)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 5000))
    listener.listen()
    listener.setblocking(False)
    print(listener.getsockname())
    await asyncio.gather(serve(loop, listener, 2), client(loop, "a", 1), client(loop, "b", 0.5))
    listener.close()
    sock = socket.socket()
    sock.setblocking(False)
    try:
        await loop.sock_connect(sock, ("127.0.0.1", 5000))
    except ConnectionRefusedError as error:
        print(error)
    sock.close()


asyncio.run(main())
