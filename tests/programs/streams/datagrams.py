# Datagrams: an echo server, a connected and an unconnected client.
import asyncio


class EchoServer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server made", type(transport).__name__)

    def datagram_received(self, data, addr):
        print(f"Received {data.decode()!r} from {addr}")
        self.transport.sendto(data, addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, message, done):
        self.message = message
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print("Send:", self.message)
        self.transport.sendto(self.message.encode())

    def datagram_received(self, data, addr):
        print("Received:", data.decode(), addr)
        self.transport.close()

    def error_received(self, exc):
        print("Error received:", exc)

    def connection_lost(self, exc):
        print("Connection closed", exc)
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(EchoServer, local_addr=("127.0.0.1", 9999))
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: Client("Hello World!", done), remote_addr=("127.0.0.1", 9999)
    )
    print(transport.get_extra_info("peername"), transport.get_extra_info("sockname"))
    try:
        transport.sendto(b"x", ("127.0.0.1", 1))
    except ValueError as error:
        print(error)
    await done
    server.close()
    await asyncio.sleep(0)

    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: Client("is anybody there?", done), remote_addr=("127.0.0.1", 9999)
    )
    await asyncio.sleep(1)
    transport.close()
    await done


asyncio.run(main())
