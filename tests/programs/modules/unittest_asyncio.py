# `IsolatedAsyncioTestCase`: each test method is a coroutine in an event loop of its own.
import asyncio
import sys
import unittest
from unittest.mock import AsyncMock


class Waiting(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        print("asyncSetUp", asyncio.get_running_loop().time())
        self.addAsyncCleanup(self.clean, "queue")

    async def asyncTearDown(self):
        print("asyncTearDown")

    def tearDown(self):
        print("tearDown")

    async def clean(self, what):
        await asyncio.sleep(0.5)
        print("cleaned", what)

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await self.queue.get(), 1)

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            await asyncio.wait_for(self.queue.get(), 1)

    async def test_mock(self):
        fetch = AsyncMock(return_value="page", side_effect=[1, 2, ValueError("gone")])
        print(await fetch("a"), await fetch("b"))
        with self.assertRaises(ValueError):
            await fetch("c")
        fetch.assert_any_await("b")
        self.assertEqual(fetch.await_count, 3)
        self.assertEqual(await AsyncMock(return_value="page")(), "page")

    def test_plain(self):
        print("no coroutine")

    @unittest.expectedFailure
    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertTrue(False)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Waiting)
result = unittest.TextTestRunner(sys.stdout, verbosity=2).run(suite)
print(result.wasSuccessful(), len(result.expectedFailures))
