# logging: debug level shows what asyncio says
import asyncio, logging
logging.basicConfig(level=logging.DEBUG)
async def main():
    logging.debug("in main")
asyncio.run(main())
lr = logging.getLogger("x.y")
lr.debug("z")
