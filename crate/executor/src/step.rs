//! What one step of the loop can be.

use crate::{Handle, Nanos};

/// What [`Executor::step`](crate::Executor::step) did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use = "a handle that is taken to run must be run"]
pub enum Step<P> {
    /// A turn began: due timers joined the ready queue, and what is in it now is what the turn
    /// runs.
    Turn {
        /// Counted from 1.
        number: u64,
        /// How many handles the turn runs. 0 if all of them are cancelled.
        n_handles: usize,
        /// How many timers fired for it; they are the last ones of
        /// [`ready`](crate::Executor::ready).
        n_fired: usize,
    },
    /// This handle was taken from the ready queue: run it now.
    Run(Handle<P>),
    /// Nothing was ready, so the clock jumped to the earliest deadline.
    Advanced {
        /// The time before, in nanoseconds.
        from: Nanos,
        /// The time now, later than `from`.
        to: Nanos,
    },
    /// Nothing is ready and no timer is set: without the embedder, nothing happens any more.
    Idle,
}
