# The body answers the cancellation with an error of its own: that one comes out.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as error:
        chain = []
        while error is not None:
            chain.append(repr(error))
            error = error.__context__
        print(chain)


asyncio.run(main())
