# Two servers at one address, and addresses that are none of this machine's.
import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8080)
    for host, port in (("127.0.0.1", 8080), ("0.0.0.0", 8080), ("192.168.7.7", 8081)):
        try:
            await asyncio.start_server(handle, host, port)
        except OSError as error:
            print(type(error).__name__, error.errno, error)
    other = await asyncio.start_server(handle, "127.0.0.2", 8080)
    print([sock.getsockname() for sock in other.sockets])
    server.close()
    await server.wait_closed()
    again = await asyncio.start_server(handle, "127.0.0.1", 8080)
    print(again.is_serving())
    again.close()
    other.close()
    try:
        await asyncio.start_server(handle)
    except ValueError as error:
        print(error)


asyncio.run(main())
