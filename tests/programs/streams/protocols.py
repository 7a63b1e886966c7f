# A protocol's callbacks on both sides, from connection_made to connection_lost.
import asyncio


class Base(asyncio.Protocol):
    name = "?"

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "made", transport.get_extra_info("peername") is not None)

    def data_received(self, data):
        print(self.name, "received", data)

    def eof_received(self):
        print(self.name, "eof")

    def connection_lost(self, exc):
        print(self.name, "lost", exc)


class EchoServer(Base):
    name = "server"

    def data_received(self, data):
        super().data_received(data)
        self.transport.write(data)
        self.transport.close()


class EchoClient(Base):
    name = "client"

    def __init__(self, message, on_con_lost):
        self.message = message
        self.on_con_lost = on_con_lost

    def connection_made(self, transport):
        super().connection_made(transport)
        transport.write(self.message.encode())

    def connection_lost(self, exc):
        super().connection_lost(exc)
        self.on_con_lost.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: EchoServer(), "127.0.0.1", 8888)
    on_con_lost = loop.create_future()
    transport, protocol = await loop.create_connection(
        lambda: EchoClient("Hello World!", on_con_lost), "127.0.0.1", 8888
    )
    print(type(transport).__name__, transport.get_protocol() is protocol, transport.is_reading())
    print(transport)
    try:
        await on_con_lost
    finally:
        transport.close()
    print(transport)
    server.close()
    await server.wait_closed()


asyncio.run(main())
