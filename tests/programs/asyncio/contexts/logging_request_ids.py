# The classic use: an id for each request, seen by helpers that are not told.
import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id")
lines = []


def log(text):
    lines.append(f"[{request_id.get('-')}] {text}")


async def query(table):
    log(f"query {table}")
    await asyncio.sleep(0.1)


async def handle(number):
    request_id.set(f"req-{number}")
    log("begins")
    await asyncio.gather(query("users"), query("orders"))
    log("ends")


async def main():
    log("server starts")
    await asyncio.gather(handle(1), handle(2))
    log("server stops")


asyncio.run(main())
print(*lines, sep="\n")
