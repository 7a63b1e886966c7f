//! What happened: flat, small events, each with its cause.

mod log;

use std::num::NonZeroU32;

use loopscope_executor::EventId;

pub use log::Trace;

/// The number of a task, counted from 1 in order of creation; for ever its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(NonZeroU32);

impl TaskId {
    /// The number, if it can be one.
    pub fn new(number: u64) -> Option<Self> {
        NonZeroU32::new(u32::try_from(number).ok()?).map(Self)
    }

    /// The task at a place, counted from 0, of all that there were.
    pub(crate) fn at(place: usize) -> Self {
        Self::new(place as u64 + 1).expect("memory ends long before 2³² tasks")
    }

    /// The number, from 1.
    pub const fn get(self) -> u64 {
        self.0.get() as u64
    }

    /// The place, counted from 0, among all tasks that there were.
    pub const fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// How a future or task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// With a result.
    Result,
    /// With an exception.
    Exception,
    /// Cancelled.
    Cancelled,
}

/// What a suspended task waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waiting {
    /// Only its next step: it is in the ready queue, or is the one that runs.
    Step,
    /// `asyncio.sleep()` until a deadline, in nanoseconds since the start; `u64::MAX` is never.
    Sleep {
        /// When the sleep ends.
        deadline_ns: u64,
    },
    /// Another task.
    Task(TaskId),
    /// A future of the library's or the program's own.
    Future(FutureKind),
}

/// What a future stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FutureKind {
    /// Nothing known: the program made it.
    #[default]
    Plain,
    /// The end of `asyncio.sleep()`.
    Sleep,
    /// All awaitables of a `gather()`.
    Gather,
    /// A lock.
    Lock,
    /// An event.
    Event,
    /// A condition's notification.
    Condition,
    /// A semaphore.
    Semaphore,
    /// An item of a queue.
    QueueGet,
    /// Room in a queue.
    QueuePut,
    /// The tasks of a group.
    TaskGroup,
    /// Awaitables given to `wait()`.
    Wait,
    /// The end of a cancelled awaitable, in `wait_for()`.
    CancelAndWait,
    /// A shielded awaitable.
    Shield,
    /// A function in another thread.
    Thread,
    /// Something of the network; the future's owner says what, in words.
    Network,
}

impl FutureKind {
    /// The kind by the name that this crate's Python sources use.
    pub(crate) fn from_name(name: &str) -> Self {
        match name {
            "lock" => Self::Lock,
            "event" => Self::Event,
            "condition" => Self::Condition,
            "semaphore" => Self::Semaphore,
            "get" => Self::QueueGet,
            "put" => Self::QueuePut,
            "group" => Self::TaskGroup,
            "wait" => Self::Wait,
            "cancel" => Self::CancelAndWait,
            "shield" => Self::Shield,
            "thread" => Self::Thread,
            "network" => Self::Network,
            _ => Self::Plain,
        }
    }
}

/// What goes over the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transfer {
    /// The wish for a connection.
    Connection,
    /// So many bytes.
    Bytes(u32),
    /// The end of what is sent.
    End,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The program started. The first event, and the cause of what the program does outside of any
    /// handle.
    Started,
    /// A task was made.
    TaskCreated(TaskId),
    /// A handle was queued, at once or by a timer; by its number in order of creation on its loop.
    Scheduled {
        /// The handle's number.
        handle: u64,
        /// For a timer: when it is due, in nanoseconds since the start.
        deadline_ns: Option<u64>,
    },
    /// A handle was cancelled.
    HandleCancelled {
        /// The handle's number.
        handle: u64,
    },
    /// A turn of the loop began.
    Turn {
        /// The turn's number, counted from 1.
        number: u64,
        /// How many handles it runs.
        n_handles: u32,
        /// How many of them are timers that fired for it.
        n_fired: u32,
    },
    /// Nothing was ready, so the clock jumped.
    Advanced {
        /// The time before, in nanoseconds since the start; the event's own time is the time after.
        from_ns: u64,
    },
    /// A handle began to run.
    Run {
        /// The handle's number.
        handle: u64,
        /// The task whose step it is.
        task: Option<TaskId>,
    },
    /// The code that runs let time pass without giving way: `time.sleep()` and the like. The
    /// event's own time is the time after.
    Blocked {
        /// For how long, in nanoseconds.
        ns: u64,
    },
    /// The code that runs sent something over the network.
    Sent {
        /// What.
        what: Transfer,
        /// The receiver's port; 0 if it has none.
        port: u16,
    },
    /// A task stopped at an `await`.
    Suspended(TaskId, Waiting),
    /// A future (not a task) got its result, its exception, or was cancelled.
    FutureDone(FutureKind, Outcome),
    /// `cancel()` was called on a task.
    CancelRequested(TaskId),
    /// `CancelledError` was thrown into a task.
    CancelDelivered(TaskId),
    /// A task ended.
    TaskDone(TaskId, Outcome),
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// Counted from 0.
    pub id: EventId,
    /// The virtual time, in nanoseconds since the start.
    pub clock_ns: u64,
    /// The task that ran.
    pub task: Option<TaskId>,
    /// The program's line that ran, counted from 1; 0 if none did.
    pub line: u32,
    /// How many pieces of output there were before it.
    pub n_outputs: u32,
    /// The event that brought it about; only the first has none.
    pub cause: Option<EventId>,
    /// What happened.
    pub kind: EventKind,
}
