# A small HTTP server and client, both written by hand on streams.
import asyncio

PAGES = {"/": "home", "/about": "about us"}


async def serve(reader, writer):
    method, path, version = (await reader.readline()).decode().split()
    headers = {}
    while (line := await reader.readline()) != b"\r\n":
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    body = PAGES.get(path)
    status = "200 OK" if body else "404 Not Found"
    body = (body or "not here").encode()
    print(method, path, version, headers)
    writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    writer.close()


async def get(path):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8080)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    status = (await reader.readline()).decode().strip()
    length = 0
    while (line := await reader.readline()) != b"\r\n":
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    body = await reader.readexactly(length)
    writer.close()
    return status, body.decode()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8080):
        for result in await asyncio.gather(get("/"), get("/about"), get("/nothing")):
            print(result)


asyncio.run(main())
