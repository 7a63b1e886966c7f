# The program ends when the threads of the default executor do, though nobody awaits them and the loop stays open.
import asyncio
import time


def work(name, seconds):
    print(name, "begins")
    time.sleep(seconds)
    print(name, "ends", time.monotonic() - started)


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work, "first", 3)
    loop.run_in_executor(None, work, "second", 1)
    print("main ends")


started = time.monotonic()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("the module ends")
