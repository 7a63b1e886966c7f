# A chat room: what one says all others hear.
import asyncio

members = {}


async def member(reader, writer):
    name = (await reader.readline()).decode().strip()
    members[name] = writer
    tell(name, "joins")
    try:
        async for line in reader:
            tell(name, line.decode().strip())
    finally:
        del members[name]
        tell(name, "leaves")
        writer.close()


def tell(sender, text):
    for name, writer in members.items():
        if name != sender:
            writer.write(f"{sender}: {text}\n".encode())


async def person(name, starts, lines):
    await asyncio.sleep(starts)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(name.encode() + b"\n")

    async def listen():
        async for line in reader:
            print(f"{asyncio.get_running_loop().time():4.1f} {name} hears {line.decode().strip()}")

    listening = asyncio.create_task(listen())
    for line in lines:
        await asyncio.sleep(1)
        writer.write(line.encode() + b"\n")
        await writer.drain()
    await asyncio.sleep(1)
    writer.write_eof()
    await listening
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(member, "127.0.0.1", 8888)
    async with server:
        await asyncio.gather(
            person("ann", 0, ["hello?", "anybody?", "good"]),
            person("bob", 1.5, ["hi ann"]),
            person("cy", 2.2, ["me too", "bye"]),
        )


asyncio.run(main())
