//! The ready queue, and which part of it belongs to the turn under way.

use std::hash::{Hash, Hasher};

use crate::Handle;
use crate::slots::Slots;

/// Places of the store, first in, first out.
///
/// Smaller than the library's ring, which does much more: what was taken stays at the front until
/// it is half of the list.
#[derive(Clone, Debug, Default)]
struct Queue {
    items: Vec<u32>,
    /// How many at the front of `items` were taken.
    n_taken: usize,
}

impl Queue {
    fn waiting(&self) -> &[u32] {
        &self.items[self.n_taken..]
    }

    #[cfg_attr(engine, optimize(speed))]
    fn push(&mut self, slot: u32) {
        self.items.push(slot);
    }

    #[cfg_attr(engine, optimize(speed))]
    fn pop_front(&mut self) -> Option<u32> {
        let slot = self.waiting().first().copied()?;
        self.n_taken += 1;
        if self.n_taken * 2 >= self.items.len() {
            self.items.drain(..self.n_taken);
            self.n_taken = 0;
        }
        Some(slot)
    }

    fn remove(&mut self, place: usize) -> u32 {
        self.items.remove(self.n_taken + place)
    }
}

impl PartialEq for Queue {
    fn eq(&self, other: &Self) -> bool {
        self.waiting() == other.waiting()
    }
}

impl Eq for Queue {}

impl Hash for Queue {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.waiting().len());
        self.waiting().iter().for_each(|slot| slot.hash(state));
    }
}

/// First in, first out; holds places of the store, not handles, so that handles never move.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Ready {
    /// Cancelled handles stay until their turn, as in CPython, but nobody sees them.
    queue: Queue,
    /// How many in `queue` are not cancelled.
    n_waiting: usize,
    /// How many at the front of `queue` belong to the turn, cancelled ones included.
    n_turn_places: usize,
    /// How many of these are not cancelled. 0 exactly if `n_turn_places` is 0.
    n_turn_waiting: usize,
}

impl Ready {
    /// The handles that will run, in order; the first [`Ready::turn_len`] belong to the turn.
    pub(crate) fn iter<'a, P>(
        &'a self,
        slots: &'a Slots<P>,
    ) -> impl Iterator<Item = &'a Handle<P>> {
        self.queue
            .waiting()
            .iter()
            .filter_map(|&slot| slots.at(slot))
    }

    /// How many handles will run.
    pub(crate) fn len(&self) -> usize {
        self.n_waiting
    }

    /// How many of the turn's handles are still to run.
    pub(crate) fn turn_len(&self) -> usize {
        self.n_turn_waiting
    }

    /// Tells whether not even a cancelled handle is queued.
    pub(crate) fn is_empty(&self) -> bool {
        self.queue.waiting().is_empty()
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn push(&mut self, slot: u32) {
        self.queue.push(slot);
        self.n_waiting += 1;
    }

    /// Makes everything queued so far the turn.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn begin_turn<P>(&mut self, slots: &mut Slots<P>) {
        debug_assert_eq!(self.n_turn_places, 0, "the last turn has not ended");
        self.n_turn_places = self.queue.waiting().len();
        self.n_turn_waiting = self.n_waiting;
        self.end_turn_if_over(slots);
    }

    /// Makes the rest of the turn wait for the next one.
    pub(crate) fn abandon_turn<P>(&mut self, slots: &mut Slots<P>) {
        for &slot in self.queue.waiting().iter().take(self.n_turn_places) {
            if let Some(handle) = slots.at_mut(slot) {
                handle.turn += 1;
            }
        }
        self.n_turn_places = 0;
        self.n_turn_waiting = 0;
    }

    /// Takes the turn's handle number `choice` out, counted from 0 without the cancelled ones.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn take<P>(&mut self, choice: usize, slots: &mut Slots<P>) -> Option<Handle<P>> {
        debug_assert!(choice < self.n_turn_waiting, "the turn has no such handle");
        self.drop_cancelled_front(slots);
        let position = if choice == 0 {
            0
        } else {
            let turn = self
                .queue
                .waiting()
                .iter()
                .take(self.n_turn_places)
                .enumerate();
            turn.filter(|&(_, &slot)| slots.at(slot).is_some())
                .nth(choice)?
                .0
        };
        let slot = match position {
            0 => self.queue.pop_front()?,
            _ => self.queue.remove(position),
        };
        let handle = slots.free(slot);
        debug_assert!(handle.is_some(), "a cancelled handle was chosen");
        self.n_turn_places -= 1;
        self.n_turn_waiting -= 1;
        self.n_waiting -= 1;
        self.end_turn_if_over(slots);
        handle
    }

    /// Notes that a queued handle is now cancelled in the store.
    pub(crate) fn cancelled<P>(&mut self, in_turn: bool, slots: &mut Slots<P>) {
        self.n_waiting -= 1;
        if in_turn {
            self.n_turn_waiting -= 1;
            self.end_turn_if_over(slots);
        }
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// A turn with only cancelled handles left has nothing more to do; the embedder sees it end at
    /// once.
    #[cfg_attr(engine, optimize(speed))]
    fn end_turn_if_over<P>(&mut self, slots: &mut Slots<P>) {
        if self.n_turn_waiting == 0 {
            self.drop_cancelled_front(slots);
            debug_assert_eq!(
                self.n_turn_places, 0,
                "only cancelled handles were left in the turn"
            );
        }
        debug_assert!(self.n_turn_waiting <= self.n_turn_places);
        debug_assert!(self.n_turn_places <= self.queue.waiting().len());
        debug_assert!(
            self.n_turn_waiting <= self.n_waiting && self.n_waiting <= self.queue.waiting().len()
        );
    }

    #[cfg_attr(engine, optimize(speed))]
    fn drop_cancelled_front<P>(&mut self, slots: &mut Slots<P>) {
        while self.n_turn_places > 0
            && let Some(&slot) = self.queue.waiting().first()
            && slots.at(slot).is_none()
        {
            slots.free(slot);
            self.queue.pop_front();
            self.n_turn_places -= 1;
        }
    }
}
