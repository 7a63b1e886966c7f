# logging: what stderr shows without configuration, and asyncio's own logger
import asyncio, logging
logging.warning("first")
log = logging.getLogger(__name__)
log.warning("lib"); log.info("no")
async def bad():
    raise ValueError("x")
async def main():
    t = asyncio.create_task(bad(), name="bad")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log.error("task name")
    del t
    asyncio.get_running_loop().call_exception_handler({"message": "oops"})
asyncio.run(main())
log.warning("%s %s", 1)
print("end")
