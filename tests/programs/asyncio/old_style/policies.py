# Policies still work and say that they are on their way out.
import asyncio

policy = asyncio.get_event_loop_policy()
loop = policy.new_event_loop()
policy.set_event_loop(loop)
print(policy.get_event_loop() is loop, asyncio.get_event_loop() is loop)


class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        CountingPolicy.made += 1
        return super().new_event_loop()


asyncio.set_event_loop_policy(CountingPolicy())
asyncio.run(asyncio.sleep(1))
asyncio.new_event_loop().close()
print(CountingPolicy.made)
try:
    asyncio.set_event_loop_policy(5)
except TypeError as error:
    print(error)
asyncio.set_event_loop_policy(None)
print(asyncio.AbstractEventLoopPolicy.__name__)
loop.close()
try:
    asyncio.WindowsSelectorEventLoopPolicy
except AttributeError as error:
    print(error)
