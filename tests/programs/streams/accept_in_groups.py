# Connections that come in the same turn are accepted in one go; their handlers begin in order.
import asyncio


async def handle(reader, writer):
    print("handler", writer.get_extra_info("peername")[1], asyncio.current_task().get_name())
    writer.write(b"bye")
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8000, backlog=10)
    connecting = [asyncio.open_connection("127.0.0.1", 8000) for _ in range(5)]
    pairs = await asyncio.gather(*connecting)
    print("all connected", [writer.get_extra_info("sockname")[1] for _, writer in pairs])
    for reader, writer in pairs:
        print(await reader.read())
        writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
