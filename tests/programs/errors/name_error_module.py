# Using a module that was not imported.
async def main():
    await asyncio.sleep(1)


asyncio.run(main())
