# Setting the water marks of a transport, and what the protocol is told.
import asyncio


class Sink(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.pause_reading()
        asyncio.get_running_loop().call_later(5, transport.resume_reading)


class Source(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.lost = asyncio.get_running_loop().create_future()

    def pause_writing(self):
        print(self.time(), "pause", self.transport.get_write_buffer_size() > 1000)

    def resume_writing(self):
        print(self.time(), "resume", self.transport.get_write_buffer_size())

    def connection_lost(self, exc):
        print(self.time(), "lost", exc)
        self.lost.set_result(None)

    def time(self):
        return asyncio.get_running_loop().time()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Sink, "127.0.0.1", 8000)
    transport, source = await loop.create_connection(Source, "127.0.0.1", 8000)
    for arguments in ({"high": 1000}, {"low": 100}, {"high": 500, "low": 50}, {"high": 0}, {}):
        transport.set_write_buffer_limits(**arguments)
        print(arguments, transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    transport.set_write_buffer_limits(high=1000, low=0)
    transport.write(b"x" * 5_000_000)
    print("written")
    transport.close()
    transport.close()
    print(transport.is_closing())
    await source.lost
    server.close()


asyncio.run(main())
