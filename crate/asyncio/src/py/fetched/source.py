"""Lines of CPython 3.14's library that tracebacks show: file, line, function, and the source with its carets.

A line of this package's own sources names the one for which it stands behind `#~`. Without this file tracebacks show
these frames without their source.
"""

# asyncio/base_events.py 467 create_task
#   self._check_closed()
#   ~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 551 _check_closed
#   raise RuntimeError('Event loop is closed')

# asyncio/base_events.py 632 _check_running
#   raise RuntimeError('This event loop is already running')

# asyncio/base_events.py 634 _check_running
#   raise RuntimeError(
#       'Cannot run the event loop while another loop is running')

# asyncio/base_events.py 644 _run_forever_setup
#   self._check_closed()
#   ~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 645 _run_forever_setup
#   self._check_running()
#   ~~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 675 run_forever
#   self._run_forever_setup()
#   ~~~~~~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 678 run_forever
#   self._run_once()
#   ~~~~~~~~~~~~~~^^

# asyncio/base_events.py 695 run_until_complete
#   self._check_closed()
#   ~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 696 run_until_complete
#   self._check_running()
#   ~~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 707 run_until_complete
#   self.run_forever()
#   ~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 718 run_until_complete
#   raise RuntimeError('Event loop stopped before Future completed.')

# asyncio/base_events.py 720 run_until_complete
#   return future.result()
#          ~~~~~~~~~~~~~^^

# asyncio/base_events.py 807 call_at
#   self._check_closed()
#   ~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 828 call_soon
#   self._check_closed()
#   ~~~~~~~~~~~~~~~~~~^^

# asyncio/base_events.py 1043 _connect_sock
#   await self.sock_connect(sock, address)

# asyncio/base_events.py 1144 create_connection
#   sock = await self._connect_sock(
#          ^^^^^^^^^^^^^^^^^^^^^^^^^
#       exceptions, addrinfo, laddr_infos)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/base_events.py 1169 create_connection
#   raise exceptions[0]

# asyncio/base_events.py 1945 call_exception_handler
#   ctx.run(self._exception_handler, self, context)

# asyncio/base_events.py 1947 call_exception_handler
#   self._exception_handler(self, context)
#   ~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^

# asyncio/base_events.py 2064 _run_once
#   handle._run()
#   ~~~~~~~~~~~^^

# asyncio/events.py 94 _run
#   self._context.run(self._callback, *self._args)
#   ~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/locks.py 14 __aenter__
#   await self.acquire()

# asyncio/locks.py 90 acquire
#   async def acquire(self):

# asyncio/locks.py 110 acquire
#   await fut

# asyncio/locks.py 142 release
#   raise RuntimeError('Lock is not acquired.')

# asyncio/locks.py 200 wait
#   async def wait(self):

# asyncio/locks.py 213 wait
#   await fut

# asyncio/locks.py 248 wait
#   async def wait(self):

# asyncio/locks.py 264 wait
#   raise RuntimeError('cannot wait on un-acquired lock')

# asyncio/locks.py 272 wait
#   await fut

# asyncio/locks.py 313 wait_for
#   await self.wait()

# asyncio/locks.py 330 notify
#   raise RuntimeError('cannot notify on un-acquired lock')

# asyncio/locks.py 369 __init__
#   raise ValueError("Semaphore initial value must be >= 0")

# asyncio/locks.py 386 acquire
#   async def acquire(self):

# asyncio/locks.py 407 acquire
#   await fut

# asyncio/locks.py 464 release
#   raise ValueError('BoundedSemaphore released too many times')

# asyncio/locks.py 488 __init__
#   raise ValueError('parties must be >= 1')

# asyncio/locks.py 506 __aenter__
#   return await self.wait()
#          ^^^^^^^^^^^^^^^^^

# asyncio/locks.py 511 wait
#   async def wait(self):

# asyncio/locks.py 519 wait
#   await self._block() # Block while the barrier drains or resets.
#   ^^^^^^^^^^^^^^^^^^^

# asyncio/locks.py 527 wait
#   await self._wait()

# asyncio/locks.py 548 _block
#   raise exceptions.BrokenBarrierError("Barrier aborted")

# asyncio/locks.py 564 _wait
#   await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)

# asyncio/locks.py 567 _wait
#   raise exceptions.BrokenBarrierError("Abort or reset of barrier")

# asyncio/queues.py 125 put
#   async def put(self, item):

# asyncio/queues.py 135 put
#   raise QueueShutDown

# asyncio/queues.py 139 put
#   await putter

# asyncio/queues.py 141 put
#   putter.cancel()  # Just in case putter is not done yet.
#   ~~~~~~~~~~~~~^^

# asyncio/queues.py 154 put
#   return self.put_nowait(item)
#          ~~~~~~~~~~~~~~~^^^^^^

# asyncio/queues.py 164 put_nowait
#   raise QueueShutDown

# asyncio/queues.py 166 put_nowait
#   raise QueueFull

# asyncio/queues.py 172 get
#   async def get(self):

# asyncio/queues.py 182 get
#   raise QueueShutDown

# asyncio/queues.py 186 get
#   await getter

# asyncio/queues.py 188 get
#   getter.cancel()  # Just in case getter is not done yet.
#   ~~~~~~~~~~~~~^^

# asyncio/queues.py 201 get
#   return self.get_nowait()

# asyncio/queues.py 214 get_nowait
#   raise QueueShutDown

# asyncio/queues.py 215 get_nowait
#   raise QueueEmpty

# asyncio/queues.py 235 task_done
#   raise ValueError('task_done() called too many times')

# asyncio/queues.py 240 join
#   async def join(self):

# asyncio/queues.py 250 join
#   await self._finished.wait()

# asyncio/runners.py 60 __enter__
#   self._lazy_init()

# asyncio/runners.py 64 __exit__
#   self.close()
#   ~~~~~~~~~~^^

# asyncio/runners.py 72 close
#   _cancel_all_tasks(loop)
#   ~~~~~~~~~~~~~~~~~^^^^^^

# asyncio/runners.py 85 get_loop
#   self._lazy_init()

# asyncio/runners.py 92 run
#   raise RuntimeError(
#       "Runner.run() cannot be called from a running event loop")

# asyncio/runners.py 95 run
#   self._lazy_init()

# asyncio/runners.py 104 run
#   raise TypeError('An asyncio.Future, a coroutine or an '
#                   'awaitable is required')

# asyncio/runners.py 110 run
#   task = self._loop.create_task(coro, context=context)

# asyncio/runners.py 128 run
#   return self._loop.run_until_complete(task)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^

# asyncio/runners.py 133 run
#   raise KeyboardInterrupt()

# asyncio/runners.py 143 _lazy_init
#   raise RuntimeError("Runner is closed")

# asyncio/runners.py 167 _on_sigint
#   raise KeyboardInterrupt()

# asyncio/runners.py 201 run
#   raise RuntimeError(
#       "asyncio.run() cannot be called from a running event loop")

# asyncio/runners.py 204 run
#   with Runner(debug=debug, loop_factory=loop_factory) as runner:
#        ~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/runners.py 205 run
#   return runner.run(main)
#          ~~~~~~~~~~^^^^^^

# asyncio/runners.py 216 _cancel_all_tasks
#   loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))
#   ~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/selector_events.py 643 sock_connect
#   return await fut
#          ^^^^^^^^^

# asyncio/selector_events.py 683 _sock_connect_cb
#   raise OSError(err, f'Connect call failed {address}')

# asyncio/streams.py 48 open_connection
#   transport, _ = await loop.create_connection(
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#       lambda: protocol, host, port, **kwds)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/streams.py 387 drain
#   raise exc

# asyncio/streams.py 556 _wait_for_data
#   await self._waiter

# asyncio/streams.py 579 readline
#   line = await self.readuntil(sep)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/streams.py 588 readline
#   raise ValueError(e.args[0])

# asyncio/streams.py 680 readuntil
#   raise exceptions.LimitOverrunError(
#       'Separator is not found, and chunk exceed the limit',
#       offset)

# asyncio/streams.py 691 readuntil
#   raise exceptions.IncompleteReadError(chunk, None)

# asyncio/streams.py 694 readuntil
#   await self._wait_for_data('readuntil')

# asyncio/streams.py 697 readuntil
#   raise exceptions.LimitOverrunError(
#       'Separator is found, but chunk is longer than limit', match_start)

# asyncio/streams.py 747 read
#   await self._wait_for_data('read')

# asyncio/streams.py 784 readexactly
#   raise exceptions.IncompleteReadError(incomplete, n)

# asyncio/streams.py 786 readexactly
#   await self._wait_for_data('readexactly')

# asyncio/taskgroups.py 57 __aenter__
#   raise RuntimeError(
#       f"TaskGroup {self!r} has already been entered")

# asyncio/taskgroups.py 63 __aenter__
#   raise RuntimeError(
#       f'TaskGroup {self!r} cannot determine the parent task')

# asyncio/taskgroups.py 72 __aexit__
#   return await self._aexit(et, exc)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/taskgroups.py 121 _aexit
#   await self._on_completed_fut

# asyncio/taskgroups.py 141 _aexit
#   raise self._base_error

# asyncio/taskgroups.py 157 _aexit
#   raise propagate_cancellation_error

# asyncio/taskgroups.py 174 _aexit
#   raise BaseExceptionGroup(
#   ...<2 lines>...
#   ) from None

# asyncio/taskgroups.py 189 create_task
#   raise RuntimeError(f"TaskGroup {self!r} has not been entered")

# asyncio/taskgroups.py 192 create_task
#   raise RuntimeError(f"TaskGroup {self!r} is finished")

# asyncio/taskgroups.py 195 create_task
#   raise RuntimeError(f"TaskGroup {self!r} is shutting down")

# asyncio/taskgroups.py 196 create_task
#   task = self._loop.create_task(coro, **kwargs)

# asyncio/tasks.py 405 wait
#   async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):

# asyncio/tasks.py 420 wait
#   raise TypeError(f"expect a list of futures, not {type(fs).__name__}")

# asyncio/tasks.py 422 wait
#   raise ValueError('Set of Tasks/Futures is empty.')

# asyncio/tasks.py 424 wait
#   raise ValueError(f'Invalid return_when value: {return_when}')

# asyncio/tasks.py 429 wait
#   raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")

# asyncio/tasks.py 432 wait
#   return await _wait(fs, timeout, return_when, loop)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/tasks.py 440 wait_for
#   async def wait_for(fut, timeout):

# asyncio/tasks.py 477 wait_for
#   return fut.result()

# asyncio/tasks.py 479 wait_for
#   await _cancel_and_wait(fut)

# asyncio/tasks.py 481 wait_for
#   return fut.result()
#          ~~~~~~~~~~^^

# asyncio/tasks.py 483 wait_for
#   raise TimeoutError from exc

# asyncio/tasks.py 485 wait_for
#   async with timeouts.timeout(timeout):
#              ~~~~~~~~~~~~~~~~^^^^^^^^^

# asyncio/tasks.py 486 wait_for
#   return await fut
#          ^^^^^^^^^

# asyncio/tasks.py 519 _wait
#   await waiter

# asyncio/tasks.py 552 _cancel_and_wait
#   await waiter

# asyncio/tasks.py 593 __anext__
#   return await self._wait_for_one()
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/tasks.py 623 _wait_for_one
#   f = await self._done.get()
#       ^^^^^^^^^^^^^^^^^^^^^^

# asyncio/tasks.py 629 _wait_for_one
#   raise exceptions.TimeoutError

# asyncio/tasks.py 630 _wait_for_one
#   return f.result() if resolve else f
#          ~~~~~~~~^^

# asyncio/tasks.py 682 as_completed
#   raise TypeError(
#       f"expects an iterable of awaitables, not {type(fs).__name__}"
#   )

# asyncio/tasks.py 698 __sleep0
#   yield

# asyncio/tasks.py 701 sleep
#   async def sleep(delay, result=None):

# asyncio/tasks.py 703 sleep
#   if delay <= 0:
#      ^^^^^^^^^^

# asyncio/tasks.py 704 sleep
#   await __sleep0()

# asyncio/tasks.py 707 sleep
#   if math.isnan(delay):
#      ~~~~~~~~~~^^^^^^^

# asyncio/tasks.py 708 sleep
#   raise ValueError("Invalid delay: NaN (not a number)")

# asyncio/tasks.py 716 sleep
#   return await future
#          ^^^^^^^^^^^^

# asyncio/tasks.py 735 _wrap_awaitable
#   return await awaitable
#          ^^^^^^^^^^^^^^^

# asyncio/tasks.py 740 ensure_future
#   raise TypeError('An asyncio.Future, a coroutine or an awaitable '
#                   'is required')

# asyncio/threads.py 12 to_thread
#   async def to_thread(func, /, *args, **kwargs):

# asyncio/threads.py 26 to_thread
#   return await loop.run_in_executor(None, func_call)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# asyncio/timeouts.py 53 reschedule
#   raise RuntimeError("Timeout has not been entered")

# asyncio/timeouts.py 54 reschedule
#   raise RuntimeError(
#       f"Cannot change state of {self._state.value} Timeout",
#   )

# asyncio/timeouts.py 86 __aenter__
#   raise RuntimeError("Timeout has already been entered")

# asyncio/timeouts.py 89 __aenter__
#   raise RuntimeError("Timeout should be used inside a task")

# asyncio/timeouts.py 93 __aenter__
#   self.reschedule(self._when)

# asyncio/timeouts.py 115 __aexit__
#   raise TimeoutError from exc_val

# asyncio/timeouts.py 160 timeout
#   loop = events.get_running_loop()

# concurrent/futures/_base.py 312 _result_or_cancel
#   return fut.result(timeout)
#          ~~~~~~~~~~^^^^^^^^^

# concurrent/futures/_base.py 396 __get_result
#   raise self._exception

# concurrent/futures/_base.py 445 result
#   raise CancelledError()

# concurrent/futures/_base.py 447 result
#   return self.__get_result()
#          ~~~~~~~~~~~~~~~~~^^

# concurrent/futures/_base.py 452 result
#   raise CancelledError()

# concurrent/futures/_base.py 454 result
#   return self.__get_result()
#          ~~~~~~~~~~~~~~~~~^^

# concurrent/futures/_base.py 456 result
#   raise TimeoutError()

# concurrent/futures/_base.py 481 exception
#   raise CancelledError()

# concurrent/futures/_base.py 488 exception
#   raise CancelledError()

# concurrent/futures/_base.py 492 exception
#   raise TimeoutError()

# concurrent/futures/_base.py 645 result_iterator
#   yield _result_or_cancel(fs.pop())
#         ~~~~~~~~~~~~~~~~~^^^^^^^^^^

# concurrent/futures/_base.py 647 result_iterator
#   yield _result_or_cancel(fs.pop(), end_time - time.monotonic())
#         ~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# concurrent/futures/thread.py 73 run
#   return fn(*args, **kwargs)

# concurrent/futures/thread.py 86 run
#   result = ctx.run(self.task)

# threading.py 1025 run
#   self._target(*self._args, **self._kwargs)
#   ~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

# threading.py 1083 _bootstrap_inner
#   self._context.run(self.run)
#   ~~~~~~~~~~~~~~~~~^^^^^^^^^^

# threading.py 1386 run
#   self.function(*self.args, **self.kwargs)
#   ~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^
