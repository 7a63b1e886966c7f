"""The statements of generated asyncio programs."""

DELAYS = ("0", "0", "0", "0.1", "0.1", "0.1", "0.2", "0.2", "0.3", "0.5", "1", "-1")
WAITS = ("0", "0.1", "0.1", "0.2", "0.3", "0.5", "None", "1")
DEPTH_MAX = 3
INDENT = "    "


class Statements:
    """Makes statements by chance. Each method returns lines, without the indentation of where they will stand."""

    def __init__(self, chance):
        self.chance = chance
        self.n_labels = 0
        # What may be used where we are. None of it leads back to itself: how deep a recursion goes before CPython
        # refuses, and what it says then, depends on the frames of C in it.
        self.callees = []
        self.generators = []
        self.has_manager = False
        self.in_task = True  # whether `return` with a value may stand here
        self.can_return = True
        self.n_left = 0  # statements that the function may still have

    # Small parts.

    def pick(self, *choices):
        return self.chance.choice(choices)

    def chance_of(self, percent):
        return self.chance.randrange(100) < percent

    def label(self):
        self.n_labels += 1
        return f'"{self.n_labels}"'

    def number(self):
        return str(self.chance.randrange(6))

    def delay(self):
        return self.pick(*DELAYS)

    def note(self, *what):
        return f"note({', '.join([self.label(), *what])})"

    def coroutine(self):
        """An expression whose value is a coroutine."""
        if self.callees and self.chance_of(65):
            return f"{self.pick(*self.callees)}({self.label()})"
        return f"asyncio.sleep({self.delay()}, {self.label()})"

    def new_task(self):
        """An expression that starts a task and keeps it."""
        coroutine = self.coroutine()
        name = f", name={self.label()}" if self.chance_of(30) else ""
        return self.pick(
            f"keep(asyncio.create_task({coroutine}{name}))",
            f"keep(asyncio.create_task({coroutine}{name}))",
            f"keep(asyncio.ensure_future({coroutine}))",
            f"keep(asyncio.get_running_loop().create_task({coroutine}{name}))",
            f"keep(asyncio.Task({coroutine}, eager_start={self.pick('True', 'False')}, "
            f"loop=asyncio.get_running_loop()))",
            f"keep(asyncio.create_task({coroutine}, eager_start={self.pick('True', 'False')}))",
            f"keep(asyncio.create_task({coroutine}, context=contextvars.copy_context()))",
        )

    def future(self):
        """An expression whose value is a future or a task that there is already."""
        return self.pick(f"pick({self.number()})", f"pick({self.number()})", "future", "other")

    def awaitable(self, depth=0):
        """An expression that can be awaited."""
        kind = self.chance.randrange(13 if depth < 2 else 7)
        if kind < 3:
            return self.coroutine()
        if kind < 4:
            return self.new_task()
        if kind < 7:
            return self.future()
        if kind == 7:
            return f"asyncio.shield({self.awaitable(depth + 1)})"
        if kind == 8:
            return f"asyncio.wait_for({self.awaitable(depth + 1)}, {self.pick(*WAITS)})"
        if kind == 9:
            several = ", ".join(self.awaitable(depth + 1) for _ in range(self.chance.randrange(4)))
            flag = self.pick("", "return_exceptions=True", "return_exceptions=False")
            return f"asyncio.gather({', '.join(part for part in (several, flag) if part)})"
        if kind == 10:
            return self.pick("event.wait()", "queue.get()", f"queue.put({self.number()})", "queue.join()")
        if kind == 11:
            return self.pick("lock.acquire()", "semaphore.acquire()", "barrier.wait()")
        return f"asyncio.to_thread(blocking, {self.pick('0', '0.1', '0.2')}, {self.label()})"

    # Bodies.

    def body(self, depth, n_statements=None):
        """Some statements, indented."""
        if n_statements is None:
            n_statements = self.chance.randrange(1, 4)
        lines = []
        for _ in range(n_statements):
            lines += self.statement(depth)
        return [INDENT + line for line in lines]

    def statement(self, depth):
        self.n_left -= 1
        if self.n_left <= 0:
            return [self.note()]
        if depth < DEPTH_MAX and self.chance_of(38):
            over_generator = [self.over_generator] if self.generators else []
            with_manager = [self.with_manager] if self.has_manager else []
            return self.pick(
                self.try_statement, self.try_statement, self.try_statement, self.with_lock, self.with_timeout,
                self.with_timeout, self.with_group, self.with_group, self.loop, self.if_statement,
                *over_generator, *with_manager, self.over_completed,
            )(depth)  # fmt: skip
        simple = self.pick(
            self.sleep, self.sleep, self.sleep, self.start_task, self.start_task, self.start_task,
            self.await_something, self.await_something, self.await_something, self.cancel, self.cancel,
            self.callback_later, self.callback_later, self.set_future, self.set_future, self.use_event, self.use_queue,
            self.use_queue, self.use_condition, self.use_variable, self.wait_for_some, self.look, self.end,
            self.uncancel, self.add_callback, self.release, self.start_gather,
        )()  # fmt: skip
        if self.chance_of(30):
            # Much of this fails by its nature; programs shall often go on nevertheless.
            handler = ["except Exception as error:", INDENT + self.note("repr(error)")]
            return ["try:", *[INDENT + line for line in simple], *handler]
        return simple

    # Simple statements.

    def sleep(self):
        return [f"await asyncio.sleep({self.delay()})", self.note()]

    def start_task(self):
        return [self.new_task()]

    def await_something(self):
        return [self.note(f"await {self.awaitable()}")]

    def start_gather(self):
        several = ", ".join(self.awaitable(1) for _ in range(self.chance.randrange(1, 4)))
        return [f"group = asyncio.gather({several}, return_exceptions={self.pick('True', 'False')})", self.note()] + (
            [f"group.add_done_callback(ended)"] if self.chance_of(50) else []
        ) + [self.pick("group.cancel()", "await group", self.note("await group"), "other = group")]

    def cancel(self):
        message = self.pick("", "", self.label())
        return [
            self.pick(
                self.note(f"{self.future()}.cancel({message})"),
                self.note(f"{self.future()}.cancel({message})"),
                self.note(f"asyncio.current_task().cancel({message})"),
                f"asyncio.get_running_loop().call_later({self.delay()}, {self.future()}.cancel)",
                f"asyncio.get_running_loop().call_soon(asyncio.current_task().cancel, {self.label()})",
                f"[task.cancel({message}) for task in tasks[{self.number()}:]]",
            )
        ]

    def uncancel(self):
        return [
            self.pick(
                self.note("asyncio.current_task().cancelling()"),
                self.note("asyncio.current_task().uncancel()"),
                self.note(f"pick({self.number()}).cancelling()"),
            )
        ]

    def callback_later(self):
        function = self.pick("note", "note", "callback", "callback", "broken")
        loop = "asyncio.get_running_loop()"
        context = self.pick("", "", ", context=contextvars.copy_context()")
        lines = [
            self.pick(
                f"handle = {loop}.call_soon({function}, {self.label()}{context})",
                f"handle = {loop}.call_later({self.delay()}, {function}, {self.label()}{context})",
                f"handle = {loop}.call_at({loop}.time() + {self.delay()}, {function}, {self.label()}{context})",
                f"handle = {loop}.call_soon_threadsafe({function}, {self.label()}{context})",
            )
        ]
        if self.chance_of(30):
            lines.append(self.pick("handle.cancel()", self.note("handle.cancelled()")))
        return lines

    def set_future(self):
        future = self.pick("future", "other")
        return [
            self.pick(
                f"{future}.set_result({self.label()})",
                f"{future}.set_exception(OSError({self.label()}))",
                f"{future} = asyncio.get_running_loop().create_future()",
                f"if not {future}.done(): {future}.set_result({self.label()})",
                f"asyncio.get_running_loop().call_later({self.delay()}, {future}.set_result, {self.label()})",
                self.note(f"await {future}"),
                self.note(f"outcome({future})"),
            )
        ]

    def add_callback(self):
        return [
            self.pick(
                f"{self.future()}.add_done_callback(ended)",
                f"{self.future()}.add_done_callback(ended, context=contextvars.copy_context())",
                self.note(f"{self.future()}.remove_done_callback(ended)"),
                f"{self.future()}.add_done_callback(lambda each: note({self.label()}, outcome(each)))",
            )
        ]

    def use_event(self):
        return [
            self.pick("event.set()", "event.set()", "event.clear()", self.note("await event.wait()"),
                      "asyncio.get_running_loop().call_later(0.2, event.set)")  # fmt: skip
        ]

    def use_queue(self):
        return [
            self.pick(
                f"await queue.put({self.number()})", f"await queue.put({self.number()})",
                f"queue.put_nowait({self.number()})", self.note("await queue.get()"), self.note("await queue.get()"),
                self.note("queue.get_nowait()"), "queue.task_done()", "await queue.join()",
                self.note("queue.qsize(), queue.empty(), queue.full()"),
                f"asyncio.get_running_loop().call_later(0.3, queue.shutdown, {self.pick('True', 'False')})",
            )  # fmt: skip
        ]

    def use_condition(self):
        notify = self.pick("condition.notify()", "condition.notify(2)", "condition.notify_all()")
        wait = self.pick("condition.wait()", "condition.wait()", "condition.wait_for(lambda: len(log) > 1)")
        inner = self.pick(notify, notify, f"log.append({self.label()})", self.note(f"await {wait}"),
                          self.note(f"await asyncio.wait_for({wait}, {self.pick(*WAITS)})"))  # fmt: skip
        return ["async with condition:", INDENT + inner, INDENT + self.note()]

    def use_variable(self):
        return [self.pick(f"variable.set({self.label()})", self.note("variable.get()"), self.note("variable.get()"))]

    def wait_for_some(self):
        timeout = self.pick("", "", f", timeout={self.pick(*WAITS)}")
        when = self.pick("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION")
        several = ", ".join([self.new_task() for _ in range(self.chance.randrange(3))] + ["*tasks[-2:]"])
        return [
            f"done, pending = await asyncio.wait([{several}]{timeout}{when})",
            self.note("names(done)", "names(pending)"),
        ]

    def look(self):
        return [
            self.pick(
                self.note("names(asyncio.all_tasks())"),
                self.note("[outcome(task) for task in tasks]"),
                self.note("lock.locked(), semaphore.locked(), condition.locked(), event.is_set()"),
                self.note("barrier.n_waiting, barrier.broken"),
                self.note(self.pick("lock", "event", "condition", "semaphore", "queue", "barrier", "future", "other")),
                self.note(f"pick({self.number()})"),
                self.note("asyncio.current_task()"),
                f"variable.set({self.label()})",
            )
        ]

    def release(self):
        return [
            self.pick("lock.release()", "semaphore.release()", "await barrier.abort()", "await barrier.reset()",
                      self.note("await lock.acquire()"), self.note("await semaphore.acquire()"))  # fmt: skip
        ]

    def end(self):
        statement = self.pick(
            f"raise ValueError({self.label()})",
            f"raise {self.pick('KeyError', 'asyncio.CancelledError', 'TimeoutError', 'RuntimeError')}({self.label()})",
            f"return {self.label()}",
            self.note(),
        )
        if statement.startswith("return") and not self.can_return:
            return ["return"]
        return [statement]

    # Compound statements.

    def try_statement(self, depth):
        lines = ["try:", *self.body(depth + 1)]
        kinds = ("asyncio.CancelledError", "Exception", "BaseException", "TimeoutError", "ValueError", "OSError")
        chosen = self.chance.sample(kinds, self.chance.randrange(3))
        if self.chance_of(12):
            lines += [f"except* {self.pick('ValueError', 'Exception')} as error:"]
            lines += [INDENT + self.note("repr(error)"), INDENT + self.note()]
        else:
            for kind in chosen:
                lines += [f"except {kind} as error:", INDENT + self.note("repr(error)")]
                lines += self.body(depth + 1, self.chance.randrange(2))
                if self.chance_of(40):
                    lines += [INDENT + self.pick("raise", "raise", f"raise KeyError({self.label()}) from error")]
            if chosen and self.chance_of(20):
                lines += ["else:", *self.body(depth + 1, 1)]
            if not chosen or self.chance_of(30):
                lines += ["finally:", INDENT + self.note(), *self.body(depth + 1, self.chance.randrange(2))]
        return lines

    def with_lock(self, depth):
        thing = self.pick("lock", "lock", "semaphore", "semaphore", "condition", "barrier")
        return [f"async with {thing}:", *self.body(depth + 1)]

    def with_timeout(self, depth):
        time_left = self.pick(*WAITS)
        at = "None" if time_left == "None" else f"asyncio.get_running_loop().time() + {time_left}"
        text = self.pick(f"asyncio.timeout({time_left})", f"asyncio.timeout_at({at})")
        lines = [f"async with {text} as limit:", *self.body(depth + 1)]
        if self.chance_of(20):
            later = f"asyncio.get_running_loop().time() + {self.delay()}"
            lines.insert(1, INDENT + f"limit.reschedule({self.pick('None', later)})")
        lines.append(self.note("limit.expired()", self.pick("limit.when()", "limit")))
        return self.guarded(lines, "TimeoutError")

    def with_group(self, depth):
        lines = ["async with asyncio.TaskGroup() as group:"]
        for _ in range(self.chance.randrange(1, 4)):
            lines.append(INDENT + f"keep(group.create_task({self.coroutine()}))")
        if self.chance_of(70):
            lines += self.body(depth + 1)
        lines.append(self.note(self.pick('"group"', "group")))
        return self.guarded(lines, "ExceptionGroup")

    def guarded(self, lines, kind):
        """Mostly the error that is to be expected here is caught."""
        if self.chance_of(30):
            return lines
        if kind == "ExceptionGroup" and self.chance_of(30):
            handler = ["except* Exception as error:", INDENT + self.note("error.exceptions")]
        else:
            handler = [f"except {kind} as error:", INDENT + self.note("repr(error)")]
        return ["try:", *[INDENT + line for line in lines], *handler]

    def loop(self, depth):
        body = self.body(depth + 1)
        if self.chance_of(20):
            body.append(INDENT + self.pick("break", "continue"))
        return [f"for turn in range({self.chance.randrange(1, 4)}):", *body]

    def if_statement(self, depth):
        condition = self.pick(
            "len(tasks) > 3", "event.is_set()", "lock.locked()", "future.done()", "queue.empty()", "len(log) > 1"
        )
        lines = [f"if {condition}:", *self.body(depth + 1)]
        return lines + (["else:", *self.body(depth + 1, 1)] if self.chance_of(40) else [])

    def over_generator(self, depth):
        if self.chance_of(25):
            return [
                f"items = {self.pick(*self.generators)}({self.number()})",
                self.note("await anext(items, None)"),
                self.pick(
                    self.note(f"await items.asend({self.label()})"),
                    self.note(f"await items.athrow(ValueError({self.label()}))"),
                    "await items.aclose()",
                    self.note(f"[item async for item in items]"),
                ),
            ]
        generator = f"{self.pick(*self.generators)}({self.number()})"
        lines = [f"async for item in {self.pick(generator, 'items')}:", INDENT + self.note("item")]
        if "items" in lines[0]:
            lines = [f"async with contextlib.aclosing({generator}) as items:", *[INDENT + line for line in lines]]
            inner = [INDENT + line for line in self.body(depth + 1, 1)]
        else:
            inner = self.body(depth + 1, 1)
        lines += inner
        if self.chance_of(40):
            lines.append((INDENT * (2 if lines[0].startswith("async with") else 1)) + "break")
        return lines

    def with_manager(self, depth):
        return [f"async with manage({self.label()}) as managed:", INDENT + self.note("managed"), *self.body(depth + 1)]

    def over_completed(self, depth):
        several = ", ".join([self.new_task() for _ in range(self.chance.randrange(1, 4))])
        timeout = self.pick("", "", f", timeout={self.pick(*WAITS)}")
        source = f"asyncio.as_completed([{several}]{timeout})"
        if self.chance_of(50):
            lines = [f"for each in {source}:", INDENT + self.note("await each")]
        else:
            lines = [f"async for each in {source}:", INDENT + self.note("names([each])", "outcome(each)")]
        return self.guarded(lines, "(ValueError, TimeoutError)")

    # Functions.

    def coroutine_function(self, number, n_functions):
        self.callees = [f"work{later}" for later in range(number + 1, n_functions)]
        self.n_left = self.chance.randrange(3, 12)
        body = [INDENT + "global future, other", INDENT + self.note('"starts"', "who")]
        while self.n_left > 0:
            body += self.body(1, 1)
        body.append(INDENT + self.pick(f"return {self.label()}", self.note('"ends"')))
        return "\n".join(["", f"async def work{number}(who):", *body, ""])

    def generator_function(self, name):
        self.callees, self.can_return, self.n_left = [], False, self.chance.randrange(3, 8)
        inner = [*self.body(2, self.chance.randrange(2)), INDENT + self.note('"got"', "(yield item)")]
        inner += self.body(2, self.chance.randrange(2))
        lines = ["try:", INDENT + "for item in range(count):", *[INDENT + line for line in inner]]
        lines += ["finally:", INDENT + self.note('"closing"')]
        if self.chance_of(50):
            lines.append(INDENT + f"await asyncio.sleep({self.delay()})")
        lines.append(INDENT + self.note('"closed"'))
        self.can_return = True
        body = [INDENT + line for line in ["global future, other", *lines]]
        self.generators.append(name)
        return "\n".join(["", f"async def {name}(count):", *body, ""])

    def context_manager(self):
        self.callees, self.can_return, self.n_left = [], False, self.chance.randrange(2, 6)
        lines = [*self.body(2, self.chance.randrange(2)), INDENT + "try:", INDENT * 2 + "yield who"]
        lines += [INDENT + "finally:", INDENT * 2 + self.note("who", '"leaves"')]
        lines += [INDENT + line for line in self.body(2, self.chance.randrange(2))]
        self.can_return = True
        body = [INDENT + "global future, other", *lines]
        self.has_manager = True
        return "\n".join(["", "@contextlib.asynccontextmanager", "async def manage(who):", *body, ""])

    def callback(self):
        """A plain function for `call_soon` and its like."""
        lines = [self.note("what")]
        for _ in range(self.chance.randrange(3)):
            lines += self.pick(self.callback_later, self.cancel_from_callback, self.set_from_callback)()
        body = [INDENT + line for line in ["global handle", "if len(log) > 5: return", "log.append(what)", *lines]]
        return "\n".join(["", "def callback(what):", *body, ""])

    def cancel_from_callback(self):
        return [self.note(f"pick({self.number()}).cancel()")]

    def set_from_callback(self):
        return [self.pick("event.set()", f"queue.put_nowait({self.number()})", "future.cancel()",
                          f"future.set_result({self.label()})", "lock.release()")]  # fmt: skip

    def main(self, n_functions):
        self.callees = [f"work{number}" for number in range(n_functions)]
        self.n_left = self.chance.randrange(5, 14)
        first = ["global future, other", "loop = asyncio.get_running_loop()", "future = loop.create_future()",
                 "other = loop.create_future()"]  # fmt: skip
        if self.chance_of(20):
            first.append(self.pick("loop.set_task_factory(asyncio.eager_task_factory)",
                                   "loop.set_exception_handler(on_error)"))  # fmt: skip
        first.append(self.pick("tasks.append(asyncio.current_task())", self.new_task(), self.new_task()))
        lines = []
        while self.n_left > 0:
            lines += self.body(0, 1)
        if self.chance_of(60):
            lines += [INDENT + line for line in self.gathering_end()]
        lines += [INDENT + self.note('"main ends"'), INDENT + "return [outcome(task) for task in tasks]"]
        if self.chance_of(60):
            lines = [INDENT + "async with asyncio.timeout(5):", *[INDENT + line for line in lines]]
        lines = [INDENT + "try:", *[INDENT + line for line in lines]]
        lines += [INDENT + "except BaseException as error:", INDENT * 2 + 'note("main", repr(error))', INDENT * 2 + "raise"]
        if self.chance_of(35):
            lines[-1] = INDENT * 2 + "return [outcome(task) for task in tasks]"
        return "\n".join(["", "async def main():", *[INDENT + line for line in first], *lines, ""])

    def gathering_end(self):
        return [
            self.note("await asyncio.gather(*tasks[1:], return_exceptions=True)"),
            "await asyncio.sleep(0.5)",
        ]
