# A loop factory makes the loop; such a loop is not set as the current one.
import asyncio

made = []


def factory():
    loop = asyncio.new_event_loop()
    made.append(loop)
    return loop


async def main():
    return asyncio.get_running_loop() is made[-1]


print(asyncio.run(main(), loop_factory=factory), made[0].is_closed())
with asyncio.Runner(loop_factory=factory) as runner:
    print(runner.run(main()), runner.get_loop() is made[1])
print(asyncio.run(main(), loop_factory=lambda: made.append(asyncio.SelectorEventLoop()) or made[-1]))
