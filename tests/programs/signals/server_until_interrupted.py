# A server that serves for ever, until Ctrl-C: the handlers of open connections are cancelled too.
import asyncio
import signal


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line)
    except asyncio.CancelledError:
        print("handler is cancelled")
        raise
    finally:
        writer.close()


async def client():
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    for n in range(3):
        writer.write(b"%d\n" % n)
        print("echo", await reader.readline())
        await asyncio.sleep(1)
    signal.raise_signal(signal.SIGINT)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    task = asyncio.create_task(client())
    async with server:
        await server.serve_forever()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("Server stopped")
