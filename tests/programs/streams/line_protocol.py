# A line-based key-value server with commands and errors, one client after the other.
import asyncio

store = {}


async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        command, *arguments = line.decode().split()
        match command, arguments:
            case "SET", [key, value]:
                store[key] = value
                answer = "OK"
            case "GET", [key]:
                answer = store.get(key, "NONE")
            case "QUIT", []:
                break
            case _:
                answer = f"ERROR {line.decode().strip()}"
        writer.write(answer.encode() + b"\n")
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def session(*commands):
    reader, writer = await asyncio.open_connection("127.0.0.1", 6379)
    for command in commands:
        writer.write(command.encode() + b"\n")
        await writer.drain()
        print(command, "->", await reader.readline())
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 6379):
        await session("GET a", "SET a 1", "GET a", "BAD", "SET a")
        await session("GET a", "QUIT")


asyncio.run(main())
