# run(debug=…) and Runner(debug=…) set the loop's debug mode.
import asyncio


async def main():
    return asyncio.get_running_loop().get_debug()


print(asyncio.run(main()), asyncio.run(main(), debug=True), asyncio.run(main(), debug=False))
with asyncio.Runner(debug=True) as runner:
    print(runner.run(main()), runner.get_loop().get_debug())
    runner.get_loop().set_debug(False)
    print(runner.run(main()))
