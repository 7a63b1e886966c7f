# A BufferedProtocol reads into a buffer of its own.
import asyncio


class Collector(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(8)
        self.parts = []
        self.done = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.parts.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print("eof")

    def connection_lost(self, exc):
        self.done.set_result(self.parts)


async def main():
    loop = asyncio.get_running_loop()
    collectors = []

    def factory():
        collectors.append(Collector())
        return collectors[-1]

    server = await loop.create_server(factory, "127.0.0.1", 8888)
    _, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"a message of more than eight bytes")
    writer.close()
    await writer.wait_closed()
    print(await collectors[0].done)
    server.close()


asyncio.run(main())
