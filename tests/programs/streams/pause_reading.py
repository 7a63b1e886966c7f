# A transport that pauses reading: data waits, in order.
import asyncio


class Receiver(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print(asyncio.get_running_loop().time(), data, self.transport.is_reading())
        self.transport.pause_reading()
        self.transport.pause_reading()
        asyncio.get_running_loop().call_later(1, self.transport.resume_reading)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Receiver, "127.0.0.1", 8888)
    _, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for n in range(4):
        writer.write(b"%d" % n)
        await asyncio.sleep(0.4)
    await asyncio.sleep(3)
    writer.close()
    server.close()


asyncio.run(main())
