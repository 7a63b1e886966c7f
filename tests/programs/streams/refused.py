# Nobody listens: what open_connection raises, alone and uncaught in a task.
import asyncio
import socket


async def main():
    for host, port in (("127.0.0.1", 1234), ("localhost", 80)):
        try:
            await asyncio.open_connection(host, port)
        except ConnectionRefusedError as error:
            print(repr(error), error.errno, error.strerror)
    try:
        await asyncio.open_connection("no.such.host", 80)
    except socket.gaierror as error:
        print(repr(error), isinstance(error, OSError))
    try:
        await asyncio.wait_for(asyncio.open_connection("127.0.0.1", 99), 1)
    except OSError as error:
        print(error)
    await asyncio.open_connection("127.0.0.1", 1234)


asyncio.run(main())
