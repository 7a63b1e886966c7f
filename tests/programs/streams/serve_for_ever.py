# A server that nobody stops: once no client is left, nothing can ever happen again.
import asyncio


async def handle(reader, writer):
    writer.write(await reader.read(100))
    writer.close()


async def client():
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"ping")
    print(await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    asyncio.create_task(client())
    print("serving")
    async with server:
        await server.serve_forever()


asyncio.run(main())
