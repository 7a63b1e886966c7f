# A runner before, during and after its life.
import asyncio


async def job():
    return "ran"


runner = asyncio.Runner()
print(runner.run(job()))
loop = runner.get_loop()
print(loop.is_running(), loop.is_closed())
runner.close()
print(loop.is_closed())
runner.close()
for attempt in (runner.get_loop, runner.__enter__):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
late = job()
try:
    runner.run(late)
except RuntimeError as error:
    print(error)
late.close()
