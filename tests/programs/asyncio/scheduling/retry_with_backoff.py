# Retrying a flaky operation with exponentially growing pauses.
import asyncio


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    async def request(self):
        await asyncio.sleep(0.1)
        if self.failures:
            self.failures -= 1
            raise ConnectionError(f"{self.failures} failures left")
        return "payload"


async def retry(operation, attempts=5, base=0.5):
    loop = asyncio.get_running_loop()
    for attempt in range(attempts):
        try:
            return await operation()
        except ConnectionError as error:
            if attempt == attempts - 1:
                raise
            pause = base * 2**attempt
            print(f"[{loop.time():.2f}] attempt {attempt + 1} failed ({error}); waiting {pause}s")
            await asyncio.sleep(pause)


async def main():
    print(await retry(Flaky(3).request))
    try:
        await retry(Flaky(9).request, attempts=2)
    except ConnectionError as error:
        print("gave up:", error)


asyncio.run(main())
