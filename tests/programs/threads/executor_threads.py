# Threads of the default executor: they run while the loop waits or the main thread blocks.
import asyncio, time, contextvars
v = contextvars.ContextVar("v", default=0)
def log(*a): print(f"{time.monotonic():.2f}", *a)
def work(n, d):
    log("start", n, v.get())
    for i in range(3):
        time.sleep(d)
        log("step", n, i)
    return n
def fails(d):
    time.sleep(d); raise ValueError(d)
def inloop():
    try: asyncio.get_running_loop()
    except RuntimeError as e: return str(e)
async def main():
    v.set(5)
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(asyncio.to_thread(work, "a", 0.3))
    await asyncio.sleep(0)
    log("main blocks"); time.sleep(0.5); log("main goes on")
    log(await t)
    log(await asyncio.to_thread(inloop))
    try: await asyncio.to_thread(fails, 0.2)
    except ValueError as e: log("caught", e)
    log(await asyncio.gather(*[asyncio.to_thread(lambda i=i: (time.sleep(1), i)[1]) for i in range(10)]))
    try: await asyncio.wait_for(asyncio.to_thread(work, "late", 1), 1.5)
    except TimeoutError: log("timeout")
    def gen():
        for i in range(3):
            time.sleep(0.1); yield i
    log(await asyncio.to_thread(lambda: sum(gen())))
    f = loop.run_in_executor(None, sorted, [3,1,2]); log(await f)
    def cs(): loop.call_soon_threadsafe(log, "from thread"); time.sleep(0.1)
    await asyncio.to_thread(cs)
    asyncio.create_task(asyncio.to_thread(work, "left", 2))
    await asyncio.sleep(0.1)
    log("end")
asyncio.run(main())
log("after")
