# A protocol that raises in a callback, and data of the wrong type.
import asyncio


class Broken(asyncio.Protocol):
    def data_received(self, data):
        raise LookupError(f"can't take {data!r}")

    def connection_lost(self, exc):
        print("broken lost:", repr(exc))


class Client(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.lost = asyncio.get_running_loop().create_future()

    def connection_lost(self, exc):
        print("client lost:", exc)
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    server = await loop.create_server(Broken, "127.0.0.1", 8888)
    transport, client = await loop.create_connection(Client, "127.0.0.1", 8888)
    for bad in ("text", 5, None):
        try:
            transport.write(bad)
        except TypeError as error:
            print(error)
    transport.write(bytearray(b"hello"))
    await client.lost
    print(transport.is_closing())
    server.close()


asyncio.run(main())
