//! The items of a deque.

use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

use crate::object::Value;

/// A slice that grows and shrinks at both ends, in constant time but for a move of all items now
/// and then. The library's ring takes three times the code: its items lie in two pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    /// The room at the front, then the items.
    places: Vec<Value>,
    /// How much room there is at the front.
    room: usize,
}

impl Items {
    pub(super) fn push_back(&mut self, item: Value) {
        self.places.push(item);
    }

    pub(super) fn push_front(&mut self, item: Value) {
        if self.room == 0 {
            self.room = self.places.len().max(4);
            let room = std::iter::repeat_n(Value::Unbound, self.room);
            self.places.splice(0..0, room);
        }
        self.room -= 1;
        self.places[self.room] = item;
    }

    pub(super) fn pop_back(&mut self) -> Option<Value> {
        self.last()?;
        self.places.pop()
    }

    /// Gives the room back when it is three quarters, so that it takes many steps to need it again.
    pub(super) fn pop_front(&mut self) -> Option<Value> {
        let item = self.first().copied()?;
        self.room += 1;
        if self.room * 4 >= self.places.len() * 3 {
            self.places.drain(..self.room);
            self.room = 0;
        }
        Some(item)
    }

    /// Inserts before the item at `place`, which may be the length.
    pub(super) fn insert(&mut self, place: usize, item: Value) {
        match place {
            0 => self.push_front(item),
            _ => self.places.insert(self.room + place, item),
        }
    }

    /// Removes the item at `place`, which there must be.
    pub(super) fn remove(&mut self, place: usize) {
        match place {
            0 => self.pop_front(),
            _ => Some(self.places.remove(self.room + place)),
        };
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

impl Deref for Items {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.places[self.room..]
    }
}

impl DerefMut for Items {
    fn deref_mut(&mut self) -> &mut [Value] {
        &mut self.places[self.room..]
    }
}

impl Hash for Items {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    fn numbers<'a>(items: impl IntoIterator<Item = &'a Value>) -> Vec<Option<i64>> {
        let number = |item: &Value| match item {
            Value::Int(number) => Some(*number),
            _ => None,
        };
        items.into_iter().map(number).collect()
    }

    #[test]
    fn it_does_what_the_librarys_ring_does() {
        let (mut items, mut model) = (Items::default(), VecDeque::new());
        let mut seed = 1_u32;
        let mut next = |n: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize % n
        };
        for number in 0..20_000 {
            let item = Value::Int(number);
            // Phases in which it grows at one end and shrinks at the other.
            match (next(8), number / 2000 % 4) {
                (0..4, 0 | 1) | (0..2, 3) => (items.push_back(item), model.push_back(item)).0,
                (0..4, _) => (items.push_front(item), model.push_front(item)).0,
                (4, 0 | 2) => {
                    let (a, b) = (items.pop_front(), model.pop_front());
                    assert_eq!(numbers(&a), numbers(&b));
                }
                (4 | 5, _) => {
                    let (a, b) = (items.pop_back(), model.pop_back());
                    assert_eq!(numbers(&a), numbers(&b));
                }
                (6, _) => {
                    let place = next(model.len() + 1);
                    items.insert(place, item);
                    model.insert(place, item);
                }
                _ if model.is_empty() => {}
                _ => {
                    let place = next(model.len());
                    items.remove(place);
                    model.remove(place);
                }
            }
            assert_eq!(items.len(), model.len());
        }
        assert_eq!(numbers(items.iter()), numbers(&model));
        while items.pop_front().is_some() {}
        assert!(items.is_empty() && items.places.is_empty());
    }

    #[test]
    fn a_queue_keeps_no_more_room_than_three_times_its_items() {
        let mut items = Items::default();
        for number in 0..100 {
            items.push_back(Value::Int(number));
        }
        for number in 0..10_000 {
            items.push_back(Value::Int(number));
            items.pop_front();
            assert!(items.places.len() <= 404);
        }
    }
}
