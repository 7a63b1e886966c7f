# A transport gets another protocol in the middle of a connection.
import asyncio


class Greeting(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print("greeting:", data)
        self.transport.set_protocol(Talk(self.transport))
        self.transport.write(b"welcome\n")


class Talk(asyncio.Protocol):
    def __init__(self, transport):
        self.transport = transport

    def data_received(self, data):
        print("talk:", data)
        self.transport.write(data[::-1])

    def connection_lost(self, exc):
        print("talk is over:", exc)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Greeting, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hello\n")
    print(await reader.readline())
    writer.write(b"abc")
    print(await reader.readexactly(3))
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    server.close()


asyncio.run(main())
