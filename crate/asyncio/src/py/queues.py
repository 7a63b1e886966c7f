"""Queues for tasks."""

from _collections import deque

from asyncio.locks import Event
from asyncio.mixins import LoopBound
from _loopscope_asyncio import _get_at_once, _getter_of, _put_at_once, _putter_of

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")

_GenericAlias = type(list[int])


class QueueEmpty(Exception):
    """There is nothing to get."""


class QueueFull(Exception):
    """There is no room."""


class QueueShutDown(Exception):
    """The queue was shut down."""


# What no queue holds.
_NOTHING = object()


class Queue(LoopBound):
    """First in, first out; with a `maxsize` above 0, `put()` waits for room."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)
        self._is_shutdown = False

    # A subclass may keep its items in another way.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, item)

    def _format(self):
        text = f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            text += f" _queue={list(self._queue)!r}"
        if self._getters:
            text += f" _getters[{len(self._getters)}]"
        if self._putters:
            text += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            text += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            text += " shutdown"
        return text

    def qsize(self):
        """How many items there are."""
        return len(self._queue)

    @property
    def maxsize(self):
        """How many items there may be; 0 for any number."""
        return self._maxsize

    def empty(self):
        """Whether there are none."""
        return not self._queue

    def full(self):
        """Whether there is no room."""
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):  #~ 125
        """Waits for room and puts an item in."""
        while not _put_at_once(Queue, self, item):
            waiter = _putter_of(Queue, self)
            if waiter is None:
                if not self.full():
                    return self.put_nowait(item)  #~ 154
                if self._is_shutdown:
                    raise QueueShutDown  #~ 135
                waiter = self._waiter("put")
                self._putters.append(waiter)
            try:
                await waiter  #~ 139
            except:
                self._give_up(waiter, self._putters, self.full)  #~ 141 base_events.py:828 base_events.py:551
                raise

    def put_nowait(self, item):
        """Puts an item in, or raises `QueueFull`."""
        if _put_at_once(Queue, self, item):
            return
        if self._is_shutdown:
            raise QueueShutDown  #~ 164
        if self.full():
            raise QueueFull  #~ 166
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)

    async def get(self):  #~ 172
        """Waits for an item and takes it out."""
        while (item := _get_at_once(Queue, self, _NOTHING)) is _NOTHING:
            waiter = _getter_of(Queue, self)
            if waiter is None:
                if not self.empty():
                    return self.get_nowait()  #~ 201
                if self._is_shutdown:
                    raise QueueShutDown  #~ 182
                waiter = self._waiter("get")
                self._getters.append(waiter)
            try:
                await waiter  #~ 186
            except:
                self._give_up(waiter, self._getters, self.empty)  #~ 188 base_events.py:828 base_events.py:551
                raise
        return item

    def get_nowait(self):
        """Takes an item out, or raises `QueueEmpty`."""
        if (item := _get_at_once(Queue, self, _NOTHING)) is not _NOTHING:
            return item
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown  #~ 214
            raise QueueEmpty  #~ 215
        item = self._get()
        self._wakeup_next(self._putters)
        return item

    def _give_up(self, waiter, waiters, must_wait):
        waiter.cancel()
        if waiter in waiters:
            waiters.remove(waiter)
        if not must_wait() and not waiter.cancelled():
            # The wake-up came, and we can't use it: the next in line can.
            self._wakeup_next(waiters)

    def task_done(self):
        """Says that the work on an item which was taken out is done."""
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")  #~ 235
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):  #~ 240
        """Waits until the work on all items is done."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()  #~ 250

    def shutdown(self, immediate=False):
        """Refuses further items; `get()` fails when the queue is empty, or at once."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        for waiters in (self._getters, self._putters):
            while waiters:
                self._wakeup_next(waiters)


def _sift_up(heap, place):
    """Moves the item at `place` towards the top until its parent is not greater."""
    item = heap[place]
    while place > 0:
        parent = (place - 1) // 2
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _pop_least(heap):
    """Takes the least item out. Items are compared in the order of CPython's `heapq`."""
    last = heap.pop()
    if not heap:
        return last
    least, place = heap[0], 0
    end = len(heap)
    child = 1
    # The hole goes down along the lesser children; the last item then moves up from there.
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = last
    _sift_up(heap, place)
    return least


class PriorityQueue(Queue):
    """The least item comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)
        _sift_up(self._queue, len(self._queue) - 1)

    def _get(self):
        return _pop_least(self._queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
