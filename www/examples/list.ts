/** The examples of the demo page, in the order of the picker. */

/** One program, in the file of this name beside this one. */
export interface Example {
  readonly file: string;
  readonly title: string;
  /** What to look at, in a sentence or two. */
  readonly about: string;
}

/** Examples under one heading. */
export interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** The example that stands in the page itself. */
export const firstExample = "tutorial_two_tasks";

/** All examples. */
export const exampleGroups: readonly ExampleGroup[] = [
  {
    name: "First steps",
    examples: [
      {
        file: "tutorial_two_tasks",
        title: "Two tasks at once",
        about:
          "Both tasks start before either ends. The second sleeps for less time, so it is done first.",
      },
      {
        file: "tutorial_simple",
        title: "A simple coroutine",
        about: "One coroutine sleeps for two seconds. See what the loop does in the meantime.",
      },
      {
        file: "tutorial_requests",
        title: "Two requests at once",
        about: "Two simulated requests of two seconds each take two seconds together, not four.",
      },
      {
        file: "tutorial_await",
        title: "async and await",
        about: "The await gives control back to the loop until the sleep is over.",
      },
      {
        file: "tutorial_run",
        title: "The same with asyncio.run",
        about: "Today a program lets asyncio.run() create the event loop, and close it again.",
      },
    ],
  },
  {
    name: "Waiting together",
    examples: [
      {
        file: "sequential",
        title: "One after another, or both at once",
        about: "Two awaits in a row add up; gather waits only as long as the slowest.",
      },
      {
        file: "timeout",
        title: "A timeout",
        about: "wait_for() cancels what takes too long. The second attempt is more patient.",
      },
      {
        file: "queue",
        title: "Producer and consumer",
        about: "The queue has room for one item, so a fast producer has to wait for the consumer.",
      },
      {
        file: "lock",
        title: "A lock around an account",
        about:
          "Only one task at a time may be between reading and writing. Take the lock away and watch money appear.",
      },
      {
        file: "async_generator",
        title: "Asynchronous generators",
        about: "Two countdowns share one thread; each sleeps inside its own generator.",
      },
    ],
  },
  {
    name: "Threads",
    examples: [
      {
        file: "to_thread",
        title: "Blocking calls in threads",
        about:
          "to_thread() lets a blocking function wait in a thread of its own: the heart goes on beating.",
      },
      {
        file: "threads",
        title: "Threads, a lock and a queue",
        about: "No event loop at all: each thread has its lane, and says what blocks it.",
      },
    ],
  },
  {
    name: "Over the network",
    examples: [
      {
        file: "echo_server",
        title: "An echo server",
        about:
          "Server and clients in one program, on a network in memory. Press Ctrl-C when only the server is left.",
      },
      {
        file: "crawler",
        title: "Fetching pages",
        about:
          "Three workers fetch from a simulated web: every answer takes its time, no request leaves the page.",
      },
    ],
  },
  {
    name: "When things go wrong",
    examples: [
      {
        file: "blocking",
        title: "Blocking the loop",
        about:
          "time.sleep() stops everything: the heart misses its beats. Change it to asyncio.sleep() and compare.",
      },
      {
        file: "cancellation",
        title: "Cancellation",
        about: "cancel() raises an exception inside the task, at the await where it rests.",
      },
      {
        file: "exception",
        title: "An exception in a task",
        about: "A task keeps its exception until somebody awaits it.",
      },
      {
        file: "stall",
        title: "Waiting for each other",
        about: "Each philosopher holds the fork the other one needs. Nothing can ever happen again.",
      },
    ],
  },
];
