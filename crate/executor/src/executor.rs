//! The loop itself.

use crate::choices::Choices;
use crate::ready::Ready;
use crate::slots::Slots;
use crate::timers::Timers;
use crate::{Cause, Handle, HandleId, Nanos, Origin, Step};

/// A deterministic event loop on a virtual clock.
///
/// It keeps handles and says which one comes next; the embedder runs them. Everything it knows is a
/// value: `clone` is a snapshot, and two executors never share anything that changes. A state hash
/// is the same for the same history on machines of the same pointer width.
///
/// ```text
///                    ┌─────────────── no handle of the turn left ◀───────────────┐
///                    ▼                                                           │
///  ┌─────▶ (1) between turns ── something is ready or due ──▶ (2) Turn ──▶ (3) Run, Run, …
///  │          │         │
///  │   only timers    nothing
///  │          ▼         ▼
///  └──── (4) Advanced  (5) Idle
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Executor<P> {
    /// Nanoseconds since the start. Never goes back.
    now: Nanos,
    /// The number of the turn under way, or of the last one; 0 before the first.
    turn: u64,
    slots: Slots<P>,
    ready: Ready,
    /// Each place in `slots` is here or in `ready`, never in both. Never holds a cancelled handle.
    timers: Timers,
    choices: Choices,
}

impl<P> Default for Executor<P> {
    fn default() -> Self {
        Self {
            now: 0,
            turn: 0,
            slots: Slots::new(),
            ready: Ready::default(),
            timers: Timers::default(),
            choices: Choices::default(),
        }
    }
}

/// The loop.
impl<P> Executor<P> {
    /// Makes an executor with nothing to do, at time 0.
    pub fn new() -> Self {
        Self::default()
    }

    /// Does one thing: begins a turn, takes one handle to run, or moves the clock to the next
    /// deadline.
    ///
    /// Never two of them in one call, so that a front end can show each as its own step. A turn
    /// runs the handles that are ready when it begins; what these schedule runs in the next one.
    ///
    /// # Divergence from CPython
    ///
    /// Equal deadlines fire in creation order; `heapq` does not promise that.
    ///
    /// # Examples
    ///
    /// ```
    /// # use loopscope_executor::{EventId, Executor, Step};
    /// let mut executor = Executor::new();
    /// executor.call_at(5, "alarm", EventId(0));
    /// assert_eq!(executor.step(), Step::Advanced { from: 0, to: 5 });
    /// assert_eq!(executor.step(), Step::Turn { number: 1, n_handles: 1, n_fired: 1 });
    /// let Step::Run(handle) = executor.step() else { unreachable!() };
    /// assert_eq!(handle.payload, "alarm");
    /// assert_eq!(executor.step(), Step::Idle);
    /// ```
    #[cfg_attr(engine, optimize(speed))]
    pub fn step(&mut self) -> Step<P> {
        if let Some(handle) = self.take_handle() {
            return Step::Run(handle);
        }
        let next_deadline = self.next_deadline();
        let is_due = next_deadline.is_some_and(|deadline| deadline <= self.now);
        // As in CPython, a cancelled handle in the queue still keeps the loop from waiting.
        if is_due || !self.ready.is_empty() {
            return self.begin_turn();
        }
        let Some(to) = next_deadline else {
            return Step::Idle;
        };
        debug_assert!(self.now < to, "a due timer was left out of the turn");
        let from = std::mem::replace(&mut self.now, to);
        Step::Advanced { from, to }
    }

    /// Begins a turn without waiting for anything, even an empty one; returns [`Step::Turn`].
    ///
    /// [`step`](Self::step) does this by itself. Call it for a loop that was told to stop before it
    /// ran: that loop runs one turn and must not move the clock. What is left of a turn under way
    /// joins the new one.
    ///
    /// ```
    /// # use loopscope_executor::{EventId, Executor, Step};
    /// let mut executor = Executor::new();
    /// executor.call_at(5, "alarm", EventId(0));
    /// assert_eq!(executor.begin_turn(), Step::Turn { number: 1, n_handles: 0, n_fired: 0 });
    /// assert_eq!((executor.now(), executor.at_turn_boundary()), (0, true));
    /// ```
    #[cfg_attr(engine, optimize(speed))]
    pub fn begin_turn(&mut self) -> Step<P> {
        self.abandon_turn();
        self.turn += 1;
        let n_fired = self.fire_due_timers();
        self.ready.begin_turn(&mut self.slots);
        Step::Turn {
            number: self.turn,
            n_handles: self.ready.turn_len(),
            n_fired,
        }
    }

    /// Leaves the turn under way; what is left of it runs in the next turn, before what was queued
    /// later.
    ///
    /// As CPython does when an exception (`KeyboardInterrupt`, `SystemExit`) leaves the loop in
    /// mid-turn.
    pub fn abandon_turn(&mut self) {
        self.ready.abandon_turn(&mut self.slots);
    }

    /// Drops every handle, ready or waiting, as closing a loop does. The clock and the turn's
    /// number stay.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.ready.clear();
        self.timers.clear();
    }

    #[cfg_attr(engine, optimize(speed))]
    fn take_handle(&mut self) -> Option<Handle<P>> {
        let n_candidates = self.ready.turn_len();
        if n_candidates == 0 {
            return None;
        }
        let choice = self.choices.choose(n_candidates);
        let handle = self.ready.take(choice, &mut self.slots);
        debug_assert!(
            handle
                .as_ref()
                .is_some_and(|handle| handle.turn == self.turn)
        );
        handle
    }

    /// Moves the timers that are due behind the handles that are ready, and counts them.
    #[cfg_attr(engine, optimize(speed))]
    fn fire_due_timers(&mut self) -> usize {
        let mut n_fired = 0;
        while let Some(&((due, _), slot)) = self.timers.first() {
            if self.now < due {
                break;
            }
            self.timers.pop_first();
            let handle = self
                .slots
                .at_mut(slot)
                .expect("a cancelled timer leaves `timers` at once");
            handle.origin = Origin::Timer {
                deadline: due,
                lateness: self.now - due,
            };
            handle.turn = self.turn;
            self.ready.push(slot);
            n_fired += 1;
        }
        n_fired
    }
}

/// Handles.
impl<P> Executor<P> {
    /// Queues `payload` behind all handles that are ready. It runs in the next turn.
    ///
    /// `cause` is the event that makes it ready. Takes constant time.
    #[cfg_attr(engine, optimize(speed))]
    pub fn call_soon(&mut self, payload: P, cause: Cause) -> HandleId {
        let id = self
            .slots
            .insert(payload, cause, Origin::Soon, self.turn + 1);
        self.ready.push(id.slot);
        id
    }

    /// Sets a timer: `payload` runs in the first turn that begins at `deadline_ns` or later.
    ///
    /// `cause` is the event that sets it. A deadline that has passed is no error: the timer fires
    /// in the next turn, with its lateness. Takes time logarithmic in the number of timers.
    #[cfg_attr(engine, optimize(speed))]
    pub fn call_at(&mut self, deadline_ns: Nanos, payload: P, cause: Cause) -> HandleId {
        let origin = Origin::Timer {
            deadline: deadline_ns,
            lateness: 0,
        };
        let id = self.slots.insert(payload, cause, origin, 0);
        self.timers.insert((deadline_ns, id.serial()), id.slot);
        id
    }

    /// Cancels a handle and gives its payload back; `None` if it ran, was cancelled, or was
    /// dropped.
    ///
    /// Takes constant time for a ready handle, logarithmic time for a timer.
    ///
    /// ```
    /// # use loopscope_executor::{EventId, Executor};
    /// let mut executor = Executor::new();
    /// let id = executor.call_soon("never", EventId(0));
    /// assert_eq!(executor.cancel(id), Some("never"));
    /// assert_eq!(executor.cancel(id), None);
    /// ```
    pub fn cancel(&mut self, id: HandleId) -> Option<P> {
        let handle = self.slots.cancel(id)?;
        let timer = match handle.origin {
            Origin::Timer { deadline, .. } => self.timers.remove((deadline, id.serial())),
            Origin::Soon => None,
        };
        if let Some(slot) = timer {
            self.slots.free(slot);
        } else {
            self.ready
                .cancelled(handle.turn == self.turn, &mut self.slots);
        }
        Some(handle.payload)
    }

    /// Finds a handle that waits, ready or not; `None` once it runs or is cancelled. Takes constant
    /// time.
    pub fn get(&self, id: HandleId) -> Option<&Handle<P>> {
        self.slots.get(id)
    }
}

/// The clock.
impl<P> Executor<P> {
    /// Tells the time, in nanoseconds since the start.
    pub fn now(&self) -> Nanos {
        self.now
    }

    /// Moves the clock by `ns` while the loop stands still, as `time.sleep()` does.
    ///
    /// No timer fires before the next turn, so what becomes overdue shows its lateness then.
    ///
    /// ```
    /// # use loopscope_executor::{EventId, Executor, Origin, Step};
    /// let mut executor = Executor::new();
    /// executor.call_at(10, "alarm", EventId(0));
    /// executor.advance_by(25);
    /// assert_eq!(executor.step(), Step::Turn { number: 1, n_handles: 1, n_fired: 1 });
    /// let alarm = executor.ready().next().unwrap();
    /// assert_eq!(alarm.origin, Origin::Timer { deadline: 10, lateness: 15 });
    /// ```
    pub fn advance_by(&mut self, ns: Nanos) {
        self.now = self.now.saturating_add(ns);
    }

    /// Moves the clock to the time `ns` as [`advance_by`](Self::advance_by) does; a time that has
    /// passed changes nothing.
    pub fn advance_to(&mut self, ns: Nanos) {
        self.now = self.now.max(ns);
    }

    /// Sets the clock to that of an outer world which other executors share.
    ///
    /// The clock never goes back: an outer clock behind this one is a bug, asserted in debug builds
    /// and without effect in others.
    pub fn set_now(&mut self, ns: Nanos) {
        debug_assert!(self.now <= ns, "the clock never goes back");
        self.advance_to(ns);
    }
}

/// Turns.
impl<P> Executor<P> {
    /// Tells the number of the turn under way, or else of the last one; 0 before the first.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// Counts the handles that are still to run in the turn under way.
    pub fn turn_remaining(&self) -> usize {
        self.ready.turn_len()
    }

    /// Tells whether no handle of a turn is left to run, so that the next step will not be
    /// [`Step::Run`].
    ///
    /// True already while the last handle of the turn runs. A loop that was told to stop stops
    /// here, once the handle at hand has run.
    pub fn at_turn_boundary(&self) -> bool {
        self.ready.turn_len() == 0
    }
}

/// Choices.
impl<P> Executor<P> {
    /// Replaces the record of choices: each says which of the turn's remaining handles runs next.
    ///
    /// 0 is the first in line. A choice is asked for whenever two handles or more are left in the
    /// turn, and the record's entry number [`choices_made`](Self::choices_made) answers it; where
    /// it ends, the first in line runs (FIFO). A choice out of range means the last in line, so
    /// that a record still determines a run of a program that was edited since.
    ///
    /// ```
    /// # use loopscope_executor::{EventId, Executor, Step};
    /// let mut executor = Executor::new();
    /// for name in ["a", "b", "c"] {
    ///     executor.call_soon(name, EventId(0));
    /// }
    /// let mut other = executor.clone();
    /// other.set_choices(vec![2, 1]);
    /// let order = |mut executor: Executor<_>| {
    ///     std::iter::from_fn(move || loop {
    ///         match executor.step() {
    ///             Step::Run(handle) => return Some(handle.payload),
    ///             Step::Idle => return None,
    ///             Step::Turn { .. } | Step::Advanced { .. } => {}
    ///         }
    ///     })
    ///     .collect::<Vec<_>>()
    /// };
    /// assert_eq!(order(executor), ["a", "b", "c"]);
    /// assert_eq!(order(other), ["c", "b", "a"]);
    /// ```
    pub fn set_choices(&mut self, choices: Vec<u32>) {
        self.choices.set(choices);
    }

    /// Lists the recorded choices, those already made first.
    pub fn choices(&self) -> &[u32] {
        self.choices.recorded()
    }

    /// Counts the choices made so far, whether recorded or not.
    pub fn choices_made(&self) -> u64 {
        self.choices.n_made()
    }
}

/// Views: they exclude cancelled handles, and `skip` and `take` make a window of them.
impl<P> Executor<P> {
    /// Lists the handles that are ready, first in line first.
    ///
    /// The first [`turn_remaining`](Self::turn_remaining) of them belong to the turn under way.
    pub fn ready(&self) -> impl Iterator<Item = &Handle<P>> {
        self.ready.iter(&self.slots)
    }

    /// Counts the handles that are ready.
    pub fn ready_len(&self) -> usize {
        self.ready.len()
    }

    /// Lists the timers that have not fired, in the order in which they will.
    pub fn timers(&self) -> impl DoubleEndedIterator<Item = &Handle<P>> {
        self.timers
            .iter()
            .filter_map(|&(_, slot)| self.slots.at(slot))
    }

    /// Counts the timers that have not fired.
    pub fn timers_len(&self) -> usize {
        self.timers.len()
    }

    /// Tells when the next timer is due; in the past if it became overdue since the last turn
    /// began.
    pub fn next_deadline(&self) -> Option<Nanos> {
        self.timers.first().map(|&((deadline, _), _)| deadline)
    }

    /// Lists what all waiting handles hold, those that are ready first: the roots for a collector.
    pub fn payloads(&self) -> impl Iterator<Item = &P> {
        self.ready()
            .chain(self.timers())
            .map(|handle| &handle.payload)
    }
}

#[cfg(test)]
mod tests;
