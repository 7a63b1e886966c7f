"""Programs that use asyncio in every way at once, made by chance from a seed.

A program has a few shared things (locks, queues, futures, …), a few coroutine functions that use them, and a `main`.
It prints the time, the task and what happened at every step, so that another order is another output. Delays are few
and alike, so that many deadlines are equal. A function calls only later ones, and loops are short: programs end, or
wait for ever, which both worlds notice.
"""

import random

from asyncio_statements import Statements

HEADER = """\
import asyncio
import contextlib
import contextvars
import time

log = []
tasks = []
variable = contextvars.ContextVar("variable", default="none")


def note(*what):
    try:
        now = asyncio.get_running_loop().time()
        task = asyncio.current_task()
    except RuntimeError:
        now, task = "-", None
    print(now, task.get_name() if task else "loop", *what)


def outcome(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    error = future.exception()
    return repr(error) if error else future.result()


def ended(future):
    note("ended", names([future]), outcome(future), variable.get())


def names(several):
    return sorted(each.get_name() if isinstance(each, asyncio.Task) else "future" for each in several)


def pick(number):
    return tasks[number % len(tasks)]


def keep(task):
    tasks.append(task)
    return task


def broken(what):
    note("breaks", what)
    raise LookupError(what)


def blocking(seconds, what):
    time.sleep(seconds)
    print("thread", what, variable.get())
    return what


def on_error(loop, context):
    note("handler", context["message"], repr(context.get("exception")))
"""

STARTS = (
    ("asyncio.run(main())", 8),
    ("with asyncio.Runner() as runner:\n    print(runner.run(main()))\n    print(runner.run(last()))", 2),
    ("print(asyncio.run(main()))\nasyncio.run(last())", 2),
    (
        "loop = asyncio.new_event_loop()\ntry:\n    print(loop.run_until_complete(main()))\nfinally:\n"
        "    loop.run_until_complete(last())\n    loop.close()",
        2,
    ),
    ("asyncio.run(main(), debug=False, loop_factory=asyncio.EventLoop)", 1),
)

# Its task gets a name: its number depends on how many tasks `asyncio.run` needed to close generators that have ended
# but are still held, by the frames of a traceback for instance, which the engine does not keep.
LAST = """
async def last():
    asyncio.current_task().set_name("last")
    note("last", names(asyncio.all_tasks()))
    await asyncio.sleep(0.1)
    return [outcome(task) for task in tasks]
"""


def program(seed):
    """Returns the program of a seed."""
    chance = random.Random(seed)
    statements = Statements(chance)
    n_functions = chance.randrange(1, 5)
    parts = [HEADER, shared_things(chance)]
    parts.append(statements.generator_function("generate"))
    parts.append(statements.generator_function("regenerate"))
    parts.append(statements.context_manager())
    for number in range(n_functions):
        parts.append(statements.coroutine_function(number, n_functions))
    parts.append(statements.callback())
    parts.append(statements.main(n_functions))
    parts.append(LAST)
    start = chance.choices([text for text, _ in STARTS], [weight for _, weight in STARTS])[0]
    return "\n".join(parts) + "\n\n" + start + "\n"


def shared_things(chance):
    """What all functions use: made at the top, as asyncio allows."""
    queue = chance.choice(["Queue", "Queue", "LifoQueue", "PriorityQueue"])
    lines = [
        "lock = asyncio.Lock()",
        "event = asyncio.Event()",
        f"condition = asyncio.Condition({chance.choice(['', '', 'lock'])})",
        f"semaphore = asyncio.{chance.choice(['Semaphore', 'BoundedSemaphore'])}({chance.randrange(1, 4)})",
        f"queue = asyncio.{queue}({chance.choice(['', '1', '2', '3'])})",
        f"barrier = asyncio.Barrier({chance.randrange(1, 4)})",
    ]
    return "\n".join(lines) + "\n"
