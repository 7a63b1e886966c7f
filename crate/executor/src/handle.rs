//! What the loop queues: handles, their ids, and where they come from.

/// Virtual time or a span of it, in nanoseconds; the clock starts at 0.
///
/// A `u64` holds 584 years, so sums saturate instead of wrapping.
pub type Nanos = u64;

/// The id of an event that the embedder recorded; opaque to the executor.
///
/// Every handle carries the id of the event that made it ready, so that "why does this run now?"
/// always has an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u64);

/// Why a handle is ready: the id of the event that made it so.
pub type Cause = EventId;

/// Names one handle of one executor (and of its clones), for ever: ids are never used twice.
///
/// Ids are ordered by creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandleId {
    /// Which handle this is, counted from 0 in order of creation: 64 bits in halves, the higher
    /// first, so that an id takes no more than twelve bytes. First, because it decides the order.
    serial: [u32; 2],
    /// Where the handle is stored while it waits.
    pub(crate) slot: u32,
}

impl HandleId {
    pub(crate) fn new(serial: u64, slot: u32) -> Self {
        let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        Self {
            serial: [half(serial >> 32), half(serial)],
            slot,
        }
    }

    /// Tells how many handles the executor had made before this one.
    pub fn serial(self) -> u64 {
        u64::from(self.serial[0]) << 32 | u64::from(self.serial[1])
    }
}

/// How a handle comes into the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// By [`call_soon`](crate::Executor::call_soon): it was ready at once.
    Soon,
    /// By [`call_at`](crate::Executor::call_at): it waits for its deadline first.
    Timer {
        /// The virtual time from which on it may run.
        deadline: Nanos,
        /// How long after its deadline the loop noticed; 0 while the timer has not fired.
        ///
        /// More than 0 only if something moved the clock while the loop stood still, or if the
        /// deadline had passed when the timer was set.
        lateness: Nanos,
    },
}

/// One thing for the loop to do, once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Handle<P> {
    /// The name to cancel it by.
    pub id: HandleId,
    /// What the embedder wants to run; the executor never looks at it.
    pub payload: P,
    /// The event that made it ready, or that set its timer.
    pub cause: Cause,
    /// Whether it was queued at once or by a timer.
    pub origin: Origin,
    /// The number of the turn it runs in, counted from 1; 0 for a timer that has not fired.
    pub turn: u64,
}
