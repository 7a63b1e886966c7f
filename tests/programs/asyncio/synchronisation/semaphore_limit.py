# Three at a time; the others wait in line.
import asyncio

running = most = 0


async def worker(n, semaphore):
    global running, most
    async with semaphore:
        running += 1
        most = max(most, running)
        print(f"{asyncio.get_running_loop().time():.1f} worker {n} begins, {running} running")
        await asyncio.sleep(1 + n / 10)
        running -= 1


async def main():
    semaphore = asyncio.Semaphore(3)
    await asyncio.gather(*(worker(n, semaphore) for n in range(7)))
    print("at most", most)


asyncio.run(main())
