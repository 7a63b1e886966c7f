# A queue of one's own: only _init, _put and _get are needed.
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        return self._queue.popitem()[0]


async def main():
    queue = UniqueQueue(maxsize=3)
    for item in "abacab":
        queue.put_nowait(item)
        print(queue.qsize(), queue.full())
        if queue.full():
            break
    print([queue.get_nowait() for _ in range(queue.qsize())])
    print(UniqueQueue.__mro__[1], asyncio.Queue[int])


asyncio.run(main())
