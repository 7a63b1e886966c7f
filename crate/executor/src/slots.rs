//! The store of waiting handles: found by id in constant time, their places used again.

use crate::{Cause, Handle, HandleId, Origin};

/// One place of the store.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Slot<P> {
    /// Nothing refers to this place; the next free one follows.
    Vacant { next: Option<u32> },
    /// The handle waits in the ready queue or among the timers.
    Waiting(Handle<P>),
    /// The handle was cancelled, but its number still stands in the ready queue.
    Cancelled,
}

/// All waiting handles of one executor.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slots<P> {
    places: Vec<Slot<P>>,
    /// The first place of the list of vacant ones.
    first_vacant: Option<u32>,
    /// How many places are not vacant.
    n_used: usize,
    /// The serial number of the next handle; never decreases, so that an old id finds nothing.
    next_serial: u64,
}

impl<P> Slots<P> {
    pub(crate) const fn new() -> Self {
        Self {
            places: Vec::new(),
            first_vacant: None,
            n_used: 0,
            next_serial: 0,
        }
    }

    /// Stores a new handle and names it.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn insert(
        &mut self,
        payload: P,
        cause: Cause,
        origin: Origin,
        turn: u64,
    ) -> HandleId {
        let slot = self.first_vacant.unwrap_or_else(|| {
            u32::try_from(self.places.len()).expect("memory ends long before 2³² handles")
        });
        let id = HandleId::new(self.next_serial, slot);
        let waiting = Slot::Waiting(Handle {
            id,
            payload,
            cause,
            origin,
            turn,
        });
        self.next_serial += 1;
        self.n_used += 1;
        if let Some(place) = self.places.get_mut(slot as usize) {
            let Slot::Vacant { next } = std::mem::replace(place, waiting) else {
                unreachable!("the list of vacant places holds only vacant ones");
            };
            self.first_vacant = next;
        } else {
            self.places.push(waiting);
        }
        id
    }

    /// The handle at `slot`, unless it is cancelled.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn at(&self, slot: u32) -> Option<&Handle<P>> {
        match self.places.get(slot as usize) {
            Some(Slot::Waiting(handle)) => Some(handle),
            _ => None,
        }
    }

    /// As [`Slots::at`], to change it.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn at_mut(&mut self, slot: u32) -> Option<&mut Handle<P>> {
        match self.places.get_mut(slot as usize) {
            Some(Slot::Waiting(handle)) => Some(handle),
            _ => None,
        }
    }

    /// The handle of that name, if it still waits.
    pub(crate) fn get(&self, id: HandleId) -> Option<&Handle<P>> {
        self.at(id.slot).filter(|handle| handle.id == id)
    }

    /// Takes the handle of that name out, but keeps its place while a queue refers to it.
    pub(crate) fn cancel(&mut self, id: HandleId) -> Option<Handle<P>> {
        self.get(id)?;
        match std::mem::replace(self.places.get_mut(id.slot as usize)?, Slot::Cancelled) {
            Slot::Waiting(handle) => Some(handle),
            Slot::Vacant { .. } | Slot::Cancelled => unreachable!("`get` found a waiting handle"),
        }
    }

    /// Gives the place free, and the handle back unless it was cancelled.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn free(&mut self, slot: u32) -> Option<Handle<P>> {
        let vacant = Slot::Vacant {
            next: self.first_vacant,
        };
        let old = std::mem::replace(self.places.get_mut(slot as usize)?, vacant);
        self.first_vacant = Some(slot);
        self.n_used -= 1;
        if self.n_used == 0 {
            // A clone copies vacant places too, so a crowd that has gone must not be copied for
            // ever.
            self.places.clear();
            self.first_vacant = None;
        }
        match old {
            Slot::Waiting(handle) => Some(handle),
            Slot::Cancelled => None,
            Slot::Vacant { .. } => unreachable!("each place is given free once"),
        }
    }

    /// Drops every handle.
    pub(crate) fn clear(&mut self) {
        self.places.clear();
        self.first_vacant = None;
        self.n_used = 0;
    }
}

#[cfg(test)]
impl<P> Slots<P> {
    /// How much memory the store takes, in places.
    pub(crate) fn n_places(&self) -> usize {
        self.places.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EventId;

    #[cfg_attr(engine, optimize(speed))]
    fn insert(slots: &mut Slots<&'static str>, name: &'static str) -> HandleId {
        slots.insert(name, EventId(0), Origin::Soon, 1)
    }

    #[test]
    fn places_are_used_again_and_old_ids_find_nothing() {
        let mut slots = Slots::new();
        let (a, b) = (insert(&mut slots, "a"), insert(&mut slots, "b"));
        assert_eq!(slots.free(a.slot).map(|handle| handle.payload), Some("a"));
        let c = insert(&mut slots, "c");
        assert_eq!((c.slot, slots.n_places()), (a.slot, 2));
        assert_eq!(slots.get(a), None);
        assert_eq!(slots.cancel(a), None);
        assert_eq!(slots.get(c).map(|handle| handle.payload), Some("c"));
        assert!(a < b && b < c, "ids are ordered by creation, not by place");
    }

    #[test]
    fn a_cancelled_place_is_kept_until_it_is_given_free() {
        let mut slots = Slots::new();
        let a = insert(&mut slots, "a");
        assert_eq!(slots.cancel(a).map(|handle| handle.payload), Some("a"));
        assert_eq!(slots.cancel(a), None);
        let b = insert(&mut slots, "b");
        assert_ne!(a.slot, b.slot);
        assert_eq!(slots.free(a.slot), None);
        assert_eq!(slots.get(b).map(|handle| handle.payload), Some("b"));
    }

    #[test]
    fn an_empty_store_keeps_no_places() {
        let mut slots = Slots::new();
        let ids: Vec<_> = (0..100).map(|_| insert(&mut slots, "x")).collect();
        for id in ids {
            slots.free(id.slot);
        }
        assert_eq!(slots.n_places(), 0);
        assert_eq!(insert(&mut slots, "y").serial(), 100);
    }
}
