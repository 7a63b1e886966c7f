//! What happened: flat, small events, each with its cause.

use std::rc::Rc;

use loopscope_executor::EventId;

/// The number of a task, counted from 1 in order of creation; for ever its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u64);

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

/// An event as it is kept: what follows from its place is left out.
#[derive(Clone, Copy, Debug)]
struct Kept {
    clock_ns: u64,
    kind: EventKind,
    line: u32,
    n_outputs: u32,
    /// 0 for none: tasks count from 1.
    task: u32,
    /// How many events before this one, 0 for the first event, which has none.
    cause_distance: u32,
}

impl Kept {
    #[cfg_attr(engine, optimize(speed))]
    fn new(event: &Event) -> Self {
        let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            clock_ns: event.clock_ns,
            kind: event.kind,
            line: event.line,
            n_outputs: event.n_outputs,
            task: event.task.map_or(0, |task| small(task.0)),
            cause_distance: event.cause.map_or(0, |cause| small(event.id.0 - cause.0)),
        }
    }

    fn event(&self, id: EventId) -> Event {
        let distance = u64::from(self.cause_distance);
        Event {
            id,
            clock_ns: self.clock_ns,
            task: (self.task > 0).then(|| TaskId(self.task.into())),
            line: self.line,
            n_outputs: self.n_outputs,
            cause: (distance > 0).then(|| EventId(id.0.saturating_sub(distance))),
            kind: self.kind,
        }
    }
}

const CHUNK_LEN: usize = 1024;
const CHUNKS_MAX: usize = 1024;

/// The latest million of events, cheap to clone.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Full chunks, `CHUNK_LEN` events each.
    chunks: Vec<Rc<[Kept]>>,
    tail: Vec<Kept>,
    /// The id of the next event.
    next: u64,
    /// The event that the code which runs now belongs to: the run of its handle, or the start.
    pub(crate) current: EventId,
}

impl Trace {
    /// Begins with the start of the program.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn new() -> Self {
        let start = Event {
            id: EventId(0),
            clock_ns: 0,
            task: None,
            line: 0,
            n_outputs: 0,
            cause: None,
            kind: EventKind::Started,
        };
        Self {
            chunks: Vec::new(),
            tail: vec![Kept::new(&start)],
            next: 1,
            current: EventId(0),
        }
    }

    /// How many events there were so far.
    pub fn len(&self) -> u64 {
        self.next
    }

    /// Always false: the program has started.
    pub fn is_empty(&self) -> bool {
        self.next == 0
    }

    /// The id that the next event will have.
    pub(crate) fn next_id(&self) -> EventId {
        EventId(self.next)
    }

    /// Appends an event and numbers it; its `id` is ignored.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn push(&mut self, mut event: Event) -> EventId {
        event.id = EventId(self.next);
        self.next += 1;
        self.tail.push(Kept::new(&event));
        if self.tail.len() == CHUNK_LEN {
            self.chunks.push(self.tail.as_slice().into());
            self.tail.clear();
            if self.chunks.len() > CHUNKS_MAX {
                self.chunks.remove(0);
            }
        }
        event.id
    }

    /// The id of the oldest event that is still kept.
    pub fn first(&self) -> EventId {
        let n_kept = self.chunks.len() * CHUNK_LEN + self.tail.len();
        EventId(self.next - n_kept as u64)
    }

    /// An event; `None` if it has not happened or is no longer kept.
    pub fn get(&self, id: EventId) -> Option<Event> {
        let index = usize::try_from(id.0.checked_sub(self.first().0)?).ok()?;
        let kept = match self.chunks.get(index / CHUNK_LEN) {
            Some(chunk) => chunk.get(index % CHUNK_LEN),
            None => self.tail.get(index - self.chunks.len() * CHUNK_LEN),
        };
        kept.map(|kept| kept.event(id))
    }

    /// Events from an id on.
    pub fn since(&self, id: EventId) -> impl Iterator<Item = Event> {
        (id.0.max(self.first().0)..self.next).filter_map(|id| self.get(EventId(id)))
    }
}
