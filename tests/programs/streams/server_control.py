# start_serving=False, serve_forever and its cancellation, close, close_clients, abort_clients, wait_closed.
import asyncio


async def handle(reader, writer):
    print("connected")
    try:
        print("handler read", await reader.read())
    except ConnectionError as error:
        print("handler:", error)
    finally:
        writer.close()


async def attempt(port):
    try:
        return await asyncio.open_connection("127.0.0.1", port)
    except OSError as error:
        print(error.strerror)


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8000, start_serving=False)
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    await attempt(8000)
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    reader, writer = await attempt(8000)
    await asyncio.sleep(1)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split("> ")[1])
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print("serve_forever is cancelled")
    print(server.is_serving(), server.sockets, await reader.read())
    writer.close()
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)

    server = await asyncio.start_server(handle, "127.0.0.1", 8001)
    await server.start_serving()
    pairs = [await attempt(8001) for _ in range(2)]
    await asyncio.sleep(0.1)
    server.close()
    waiter = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.1)
    print("closed:", waiter.done())
    server.abort_clients()
    await waiter
    for reader, writer in pairs:
        print(await reader.read())
        writer.close()
    await server.wait_closed()


asyncio.run(main())
