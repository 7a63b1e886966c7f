//! The log of the events: a program of 100,000 tasks has half a million, so each takes some ten
//! bytes.
//!
//! An event is a tag, which tells its kind apart, and eight numbers, most of them 0. It is kept as
//! the tag, a byte that says which numbers are not 0, and these, seven bits to the byte, lowest
//! first.

use std::rc::Rc;

use loopscope_executor::EventId;

use super::{Event, EventKind, FutureKind, Outcome, TaskId, Transfer, Waiting};

/// Clock and pieces of output since the event before, task, line, distance of the cause, and three
/// that belong to the kind.
type Numbers = [u64; 8];

/// A tag, the byte that says which numbers follow, and these at ten bytes each.
const EVENT_BYTES_MAX: usize = 2 + 10 * 8;

/// Events of a chunk. In each the counting of clock and output begins anew.
const CHUNK_LEN: usize = 1024;
const CHUNKS_MAX: usize = 1024;

const OUTCOMES: [Outcome; 3] = [Outcome::Result, Outcome::Exception, Outcome::Cancelled];

const FUTURE_KINDS: [FutureKind; 15] = [
    FutureKind::Plain,
    FutureKind::Sleep,
    FutureKind::Gather,
    FutureKind::Lock,
    FutureKind::Event,
    FutureKind::Condition,
    FutureKind::Semaphore,
    FutureKind::QueueGet,
    FutureKind::QueuePut,
    FutureKind::TaskGroup,
    FutureKind::Wait,
    FutureKind::CancelAndWait,
    FutureKind::Shield,
    FutureKind::Thread,
    FutureKind::Network,
];

impl EventKind {
    fn numbers(self) -> (u8, [u64; 3]) {
        match self {
            Self::Started => (0, [0, 0, 0]),
            Self::TaskCreated(task) => (1, [task.get(), 0, 0]),
            Self::Scheduled {
                handle,
                deadline_ns: None,
            } => (2, [handle, 0, 0]),
            Self::Scheduled {
                handle,
                deadline_ns: Some(deadline_ns),
            } => (3, [handle, deadline_ns, 0]),
            Self::HandleCancelled { handle } => (4, [handle, 0, 0]),
            Self::Turn {
                number,
                n_handles,
                n_fired,
            } => (5, [number, n_handles.into(), n_fired.into()]),
            Self::Advanced { from_ns } => (6, [from_ns, 0, 0]),
            Self::Run { handle, task } => (7, [handle, task.map_or(0, TaskId::get), 0]),
            Self::Blocked { ns } => (8, [ns, 0, 0]),
            Self::Sent { what, port } => match what {
                Transfer::Connection => (9, [port.into(), 0, 0]),
                Transfer::Bytes(n) => (10, [port.into(), n.into(), 0]),
                Transfer::End => (11, [port.into(), 0, 0]),
            },
            Self::Suspended(task, waiting) => match waiting {
                Waiting::Step => (12, [task.get(), 0, 0]),
                Waiting::Sleep { deadline_ns } => (13, [task.get(), deadline_ns, 0]),
                Waiting::Task(other) => (14, [task.get(), other.get(), 0]),
                Waiting::Future(kind) => (15, [task.get(), kind as u64, 0]),
            },
            Self::FutureDone(kind, outcome) => (16, [kind as u64, outcome as u64, 0]),
            Self::CancelRequested(task) => (17, [task.get(), 0, 0]),
            Self::CancelDelivered(task) => (18, [task.get(), 0, 0]),
            Self::TaskDone(task, outcome) => (19, [task.get(), outcome as u64, 0]),
        }
    }

    /// The inverse. `None` for what is no event.
    fn from_numbers(tag: u8, [a, b, c]: [u64; 3]) -> Option<Self> {
        let task = || TaskId::new(a);
        let sent = |what| u16::try_from(a).ok().map(|port| Self::Sent { what, port });
        let outcome = || OUTCOMES.get(usize::try_from(b).ok()?).copied();
        let kind = |n: u64| FUTURE_KINDS.get(usize::try_from(n).ok()?).copied();
        Some(match tag {
            0 => Self::Started,
            1 => Self::TaskCreated(task()?),
            2 | 3 => Self::Scheduled {
                handle: a,
                deadline_ns: (tag == 3).then_some(b),
            },
            4 => Self::HandleCancelled { handle: a },
            5 => Self::Turn {
                number: a,
                n_handles: small(b),
                n_fired: small(c),
            },
            6 => Self::Advanced { from_ns: a },
            7 => Self::Run {
                handle: a,
                task: TaskId::new(b),
            },
            8 => Self::Blocked { ns: a },
            9 => sent(Transfer::Connection)?,
            10 => sent(Transfer::Bytes(small(b)))?,
            11 => sent(Transfer::End)?,
            12 => Self::Suspended(task()?, Waiting::Step),
            13 => Self::Suspended(task()?, Waiting::Sleep { deadline_ns: b }),
            14 => Self::Suspended(task()?, Waiting::Task(TaskId::new(b)?)),
            15 => Self::Suspended(task()?, Waiting::Future(kind(b)?)),
            16 => Self::FutureDone(kind(a)?, outcome()?),
            17 => Self::CancelRequested(task()?),
            18 => Self::CancelDelivered(task()?),
            19 => Self::TaskDone(task()?, outcome()?),
            _ => return None,
        })
    }
}

fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The latest million of events, cheap to clone.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Full chunks, `CHUNK_LEN` events each.
    chunks: Vec<Rc<[u8]>>,
    tail: Vec<u8>,
    n_tail: usize,
    /// Clock and pieces of output at the last event of the tail; 0 if it is empty.
    last: (u64, u32),
    /// The id of the next event.
    next: u64,
    /// The event that the code which runs now belongs to: the run of its handle, or the start.
    pub(crate) current: EventId,
}

impl Trace {
    /// Begins with the start of the program.
    pub(crate) fn new() -> Self {
        let mut trace = Self {
            chunks: Vec::new(),
            tail: Vec::new(),
            n_tail: 0,
            last: (0, 0),
            next: 0,
            current: EventId(0),
        };
        trace.push(Event {
            id: EventId(0),
            clock_ns: 0,
            task: None,
            line: 0,
            n_outputs: 0,
            cause: None,
            kind: EventKind::Started,
        });
        trace
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
    pub(crate) fn push(&mut self, event: Event) -> EventId {
        let id = self.next;
        let (tag, [a, b, c]) = event.kind.numbers();
        let numbers: Numbers = [
            event.clock_ns.wrapping_sub(self.last.0),
            event.n_outputs.wrapping_sub(self.last.1).into(),
            event.task.map_or(0, TaskId::get),
            event.line.into(),
            event.cause.map_or(0, |cause| id - cause.0),
            a,
            b,
            c,
        ];
        self.write(tag, numbers);
        self.next += 1;
        self.n_tail += 1;
        self.last = (event.clock_ns, event.n_outputs);
        if self.n_tail == CHUNK_LEN {
            self.close_chunk();
        }
        EventId(id)
    }

    #[cfg_attr(engine, optimize(speed))]
    fn write(&mut self, tag: u8, numbers: Numbers) {
        let mut bytes = [0; EVENT_BYTES_MAX];
        let mut len = 2;
        let mut present = 0;
        for (place, mut number) in numbers.into_iter().enumerate() {
            if number == 0 {
                continue;
            }
            present |= 1 << place;
            while number > 0x7F {
                bytes[len] = number.to_le_bytes()[0] | 0x80;
                number >>= 7;
                len += 1;
            }
            bytes[len] = number.to_le_bytes()[0];
            len += 1;
        }
        bytes[0] = tag;
        bytes[1] = present;
        self.tail.extend_from_slice(&bytes[..len]);
    }

    fn close_chunk(&mut self) {
        self.chunks.push(self.tail.as_slice().into());
        self.tail.clear();
        self.n_tail = 0;
        self.last = (0, 0);
        if self.chunks.len() > CHUNKS_MAX {
            self.chunks.remove(0);
        }
    }

    /// The id of the oldest event that is still kept.
    pub fn first(&self) -> EventId {
        let n_kept = self.chunks.len() * CHUNK_LEN + self.n_tail;
        EventId(self.next - n_kept as u64)
    }

    /// An event; `None` if it has not happened or is no longer kept.
    pub fn get(&self, id: EventId) -> Option<Event> {
        self.since(id).next().filter(|event| event.id == id)
    }

    /// Events from an id on.
    pub fn since(&self, id: EventId) -> Events<'_> {
        let first = self.first().0;
        let n_before = usize::try_from(id.0.saturating_sub(first)).unwrap_or(usize::MAX);
        let n_chunks = (n_before / CHUNK_LEN).min(self.chunks.len());
        let mut events = Events {
            trace: self,
            next_chunk: n_chunks,
            bytes: &[],
            id: first + (n_chunks * CHUNK_LEN) as u64,
            clock_ns: 0,
            n_outputs: 0,
        };
        for _ in n_chunks * CHUNK_LEN..n_before {
            if events.next().is_none() {
                break;
            }
        }
        events
    }
}

/// Events, oldest first.
#[derive(Debug)]
pub struct Events<'a> {
    trace: &'a Trace,
    next_chunk: usize,
    /// What is left of the chunk before.
    bytes: &'a [u8],
    id: u64,
    clock_ns: u64,
    n_outputs: u32,
}

impl Events<'_> {
    /// Goes to the next chunk; whether there is one.
    fn open_chunk(&mut self) -> bool {
        let chunks = &self.trace.chunks;
        self.bytes = match chunks.get(self.next_chunk) {
            Some(chunk) => chunk,
            None if self.next_chunk == chunks.len() => &self.trace.tail,
            None => return false,
        };
        self.next_chunk += 1;
        (self.clock_ns, self.n_outputs) = (0, 0);
        true
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }

    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        while self.bytes.is_empty() {
            if !self.open_chunk() {
                return None;
            }
        }
        let (tag, present) = (self.byte()?, self.byte()?);
        let mut numbers: Numbers = [0; 8];
        for (place, number) in numbers.iter_mut().enumerate() {
            if present & 1 << place != 0 {
                *number = self.number()?;
            }
        }
        let [clock, outputs, task, line, distance, a, b, c] = numbers;
        self.clock_ns = self.clock_ns.wrapping_add(clock);
        self.n_outputs = self.n_outputs.wrapping_add(small(outputs));
        let id = self.id;
        self.id += 1;
        Some(Event {
            id: EventId(id),
            clock_ns: self.clock_ns,
            task: TaskId::new(task),
            line: small(line),
            n_outputs: self.n_outputs,
            cause: (distance > 0).then(|| EventId(id - distance)),
            kind: EventKind::from_numbers(tag, [a, b, c])?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One event of each kind, with the numbers that take most bytes.
    fn kinds() -> Vec<EventKind> {
        let task = TaskId::new(u32::MAX.into()).expect("it is not 0");
        let handle = u64::MAX;
        let mut kinds = vec![
            EventKind::Started,
            EventKind::TaskCreated(task),
            EventKind::Scheduled {
                handle,
                deadline_ns: None,
            },
            EventKind::Scheduled {
                handle: 0,
                deadline_ns: Some(0),
            },
            EventKind::Scheduled {
                handle,
                deadline_ns: Some(u64::MAX),
            },
            EventKind::HandleCancelled { handle },
            EventKind::Turn {
                number: u64::MAX,
                n_handles: u32::MAX,
                n_fired: u32::MAX,
            },
            EventKind::Advanced { from_ns: u64::MAX },
            EventKind::Run {
                handle,
                task: Some(task),
            },
            EventKind::Run {
                handle: 0,
                task: None,
            },
            EventKind::Blocked { ns: u64::MAX },
            EventKind::CancelRequested(task),
            EventKind::CancelDelivered(task),
        ];
        for what in [
            Transfer::Connection,
            Transfer::Bytes(u32::MAX),
            Transfer::End,
        ] {
            kinds.push(EventKind::Sent {
                what,
                port: u16::MAX,
            });
        }
        for kind in FUTURE_KINDS {
            kinds.push(EventKind::Suspended(task, Waiting::Future(kind)));
            kinds.extend(OUTCOMES.map(|outcome| EventKind::FutureDone(kind, outcome)));
        }
        let sleep = Waiting::Sleep {
            deadline_ns: u64::MAX,
        };
        for waiting in [Waiting::Step, sleep, Waiting::Task(task)] {
            kinds.push(EventKind::Suspended(task, waiting));
        }
        kinds.extend(OUTCOMES.map(|outcome| EventKind::TaskDone(task, outcome)));
        kinds
    }

    /// Events with clocks, tasks, lines and causes near and far.
    fn event(id: u64, kind: EventKind) -> Event {
        Event {
            id: EventId(id),
            clock_ns: if id % 7 == 0 { u64::MAX - id } else { id * 300 },
            task: TaskId::new(id % 5),
            line: u32::try_from(id % 3 * 1000).expect("small"),
            n_outputs: u32::try_from(id / 4).expect("small"),
            cause: id.checked_sub(1 + id % 200).map(EventId),
            kind,
        }
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let mut trace = Trace::new();
        let mut written = vec![trace.get(EventId(0)).expect("it has begun")];
        for (id, kind) in (1..3000).zip(kinds().into_iter().cycle()) {
            let event = event(id, kind);
            assert_eq!(trace.push(event), EventId(id));
            written.push(event);
        }
        assert_eq!(trace.since(EventId(0)).collect::<Vec<_>>(), written);
        for from in [1, 1023, 1024, 1025, 2047, 2048, 2999, 3000, 9000] {
            let rest: Vec<_> = trace.since(EventId(from)).collect();
            let wanted = written.iter().skip(usize::try_from(from).expect("small"));
            assert_eq!(rest, wanted.copied().collect::<Vec<_>>());
            let one = trace.get(EventId(from));
            assert_eq!(one, rest.first().copied());
        }
    }

    #[test]
    fn the_oldest_events_go_when_there_are_a_million() {
        let mut trace = Trace::new();
        let n = (CHUNK_LEN * (CHUNKS_MAX + 1)) as u64;
        for id in 1..=n {
            trace.push(event(id, EventKind::Blocked { ns: id }));
        }
        assert_eq!(trace.first(), EventId(CHUNK_LEN as u64));
        assert_eq!(trace.get(EventId(3)), None);
        let first = trace.since(EventId(0)).next().map(|event| event.id);
        assert_eq!(first, Some(trace.first()));
        let last = event(n, EventKind::Blocked { ns: n });
        assert_eq!(trace.get(EventId(n)), Some(last));
    }
}
