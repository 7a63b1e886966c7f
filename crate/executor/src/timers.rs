//! The timers that have not fired.

use std::hash::{Hash, Hasher};

use crate::Nanos;

/// How long a part gets before it is cut in two.
const PART_MAX: usize = 128;

/// When a timer fires: its deadline, and the serial number of its handle.
pub(crate) type When = (Nanos, u64);

/// The places of timers in the store of handles, in the order in which they fire.
///
/// A sorted list in parts, the last to fire first, so that the next one is taken from the end.
/// Setting and cancelling one moves what is in its part, and each part's end once in a while.
/// Rejected: the library's B-tree, which is four times the code, and a heap, which knows no order
/// beyond the next one, where a page shows them all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timers {
    /// None of them is empty.
    parts: Vec<Vec<(When, u32)>>,
    len: usize,
}

impl Timers {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The timers, the next to fire first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &(When, u32)> {
        self.parts.iter().rev().flat_map(|part| part.iter().rev())
    }

    /// The next to fire.
    pub(crate) fn first(&self) -> Option<&(When, u32)> {
        self.parts.last()?.last()
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn insert(&mut self, when: When, slot: u32) {
        self.len += 1;
        let at = self.part_of(when);
        let Some(part) = self.parts.get_mut(at) else {
            self.parts.push(vec![(when, slot)]);
            return;
        };
        part.insert(place_in(part, when), (when, slot));
        if part.len() > PART_MAX {
            let rest = part.split_off(PART_MAX / 2);
            self.parts.insert(at + 1, rest);
        }
    }

    /// Takes the next to fire out.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn pop_first(&mut self) -> Option<u32> {
        let part = self.parts.last_mut()?;
        let first = part.pop();
        self.len -= 1;
        if part.is_empty() {
            self.parts.pop();
        }
        first.map(|(_, slot)| slot)
    }

    /// Takes a timer out; `None` if there is none such.
    pub(crate) fn remove(&mut self, when: When) -> Option<u32> {
        let at = self.part_of(when);
        let part = self.parts.get_mut(at)?;
        let place = place_in(part, when);
        let &(found, slot) = part.get(place)?;
        if found != when {
            return None;
        }
        part.remove(place);
        self.len -= 1;
        if part.is_empty() {
            self.parts.remove(at);
        }
        Some(slot)
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The part that a timer belongs to.
    fn part_of(&self, when: When) -> usize {
        let n_later = self.parts.partition_point(|part| part[0].0 >= when);
        n_later.saturating_sub(1)
    }
}

/// Where a timer is in a part, or would be.
fn place_in(part: &[(When, u32)], when: When) -> usize {
    part.partition_point(|&(other, _)| other > when)
}

impl PartialEq for Timers {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl Eq for Timers {}

/// By the timers alone: how they are cut in parts depends on what was there before.
impl Hash for Timers {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len);
        self.iter().for_each(|timer| timer.hash(state));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Timers;

    #[test]
    fn many_are_in_order_as_a_tree_has_them() {
        let mut state = 1_u64;
        let mut next = |n: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let (mut timers, mut model) = (Timers::default(), BTreeMap::new());
        for serial in 0..30_000_u32 {
            let when = (next(500), u64::from(serial));
            timers.insert(when, serial);
            model.insert(when, serial);
            let known = *model
                .iter()
                .nth(usize::try_from(next(20)).expect("small"))
                .unwrap_or((&when, &serial))
                .0;
            match next(5) {
                0 => assert_eq!(timers.remove(known), model.remove(&known)),
                1 => assert_eq!(timers.remove((known.0, 1 << 40)), None),
                2 => assert_eq!(timers.pop_first(), model.pop_first().map(|(_, slot)| slot)),
                _ => {}
            }
            let first = model.first_key_value().map(|(&when, &slot)| (when, slot));
            assert_eq!(timers.first().copied(), first);
            assert_eq!(timers.len(), model.len());
            if serial % 1000 == 0 {
                let expected: Vec<_> = model.iter().map(|(&when, &slot)| (when, slot)).collect();
                assert!(timers.iter().eq(expected.iter()));
                assert!(timers.iter().rev().eq(expected.iter().rev()));
            }
        }
        while let Some(slot) = timers.pop_first() {
            assert_eq!(Some(slot), model.pop_first().map(|(_, slot)| slot));
        }
        assert_eq!(timers, Timers::default());
    }
}
