# set_event_loop() says what get_event_loop() answers outside of a run.
import asyncio

first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
asyncio.set_event_loop(first)
print(asyncio.get_event_loop() is first)


async def main():
    return asyncio.get_event_loop() is second


print(second.run_until_complete(main()), asyncio.get_event_loop() is first)
asyncio.set_event_loop(second)
future = asyncio.Future()
print(future.get_loop() is second)
try:
    asyncio.set_event_loop("loop")
except TypeError as error:
    print(error)
asyncio.set_event_loop(None)
for attempt in (asyncio.get_event_loop, asyncio.Future):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
first.close()
second.close()
