# Blocking sockets in one thread: pairs, time-outs, servers whose client is already there, makefile.
import socket
import time

left, right = socket.socketpair()
left.sendall(b"hello world")
print(right.recv(5), right.recv(100, socket.MSG_PEEK), right.recv(100))
right.settimeout(1.5)
try:
    right.recv(1)
except TimeoutError as error:
    print("TimeoutError:", error, time.monotonic())
right.setblocking(False)
try:
    right.recv(1)
except BlockingIOError as error:
    print(error, right.gettimeout(), right.getblocking())
left.shutdown(socket.SHUT_WR)
print(right.recv(1))
right.sendall(b"still open")
print(left.recv(100))
left.close()
right.close()

listener = socket.create_server(("127.0.0.1", 7000))
print(listener)
client = socket.create_connection(("localhost", 7000))
server, address = listener.accept()
print(server.getpeername() == client.getsockname() == address, client.getpeername())
print(client.family, client.type, client.proto, socket.AF_INET, repr(client.family))
with server.makefile("rw") as file:
    client.sendall(b"one\ntwo\nthree")
    client.shutdown(socket.SHUT_WR)
    print(file.readline(), list(file))
    file.write("answer\n")
    file.flush()
server.close()
print(client.recv(100), client.recv(100))
client.close()
print(client, client.fileno())
try:
    client.send(b"x")
except OSError as error:
    print(error)
try:
    socket.create_connection(("127.0.0.1", 1))
except ConnectionRefusedError as error:
    print(error)
for call in (
    lambda: socket.socket().getpeername(),
    lambda: socket.socket().connect(("10.0.0.1", 80)),
    lambda: socket.socket().bind(("10.0.0.1", 80)),
    lambda: socket.socket(socket.AF_INET6),
    lambda: socket.create_server(("127.0.0.1", 7000)),
    lambda: socket.socket().recv(1),
    lambda: socket.socket().send(b"x"),
    lambda: socket.socket().accept(),
):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
listener.close()
