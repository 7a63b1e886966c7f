//! A set of object ids as one bit for each place of the heap: in and out in constant time, in
//! order of the ids without sorting.

use super::ObjId;

/// A set of object ids.
#[derive(Clone, Debug, Default)]
pub struct IdSet {
    words: Vec<u64>,
    len: usize,
}

impl IdSet {
    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether an id is in it.
    #[inline(always)]
    pub fn contains(&self, id: ObjId) -> bool {
        let word = self.words.get(id.index() / 64);
        word.is_some_and(|word| word >> (id.place() % 64) & 1 == 1)
    }

    /// Puts an id in.
    #[inline(always)]
    pub fn insert(&mut self, id: ObjId) {
        let place = id.index() / 64;
        if self.words.len() <= place {
            self.words.resize(place + 1, 0);
        }
        let word = &mut self.words[place];
        let before = std::mem::replace(word, *word | 1 << (id.place() % 64));
        self.len += usize::from(before != *word);
    }

    /// Takes an id out, if it is there.
    #[inline(always)]
    pub fn remove(&mut self, id: ObjId) {
        if let Some(word) = self.words.get_mut(id.index() / 64) {
            let before = std::mem::replace(word, *word & !(1 << (id.place() % 64)));
            self.len -= usize::from(before != *word);
        }
    }

    /// The ids, least first.
    pub fn iter(&self) -> impl Iterator<Item = ObjId> + '_ {
        (0..).zip(&self.words).flat_map(|(place, &word)| {
            let bits = (0..64u32).filter(move |bit| word >> bit & 1 == 1);
            bits.map(move |bit| ObjId::new(place * 64 + bit))
        })
    }

    /// Keeps only the ids that the caller accepts.
    pub fn retain(&mut self, mut keeps: impl FnMut(ObjId) -> bool) {
        let gone: Vec<ObjId> = self.iter().filter(|&id| !keeps(id)).collect();
        gone.into_iter().for_each(|id| self.remove(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_in_order_and_count_once() {
        let mut set = IdSet::default();
        for id in [700, 3, 64, 3, 63] {
            set.insert(ObjId::new(id));
        }
        set.remove(ObjId::new(64));
        set.remove(ObjId::new(5000));
        assert_eq!(
            set.iter().map(|id| id.place()).collect::<Vec<_>>(),
            [3, 63, 700]
        );
        assert_eq!((set.len(), set.contains(ObjId::new(64))), (3, false));
        set.retain(|id| id.place() < 100);
        assert_eq!((set.len(), set.contains(ObjId::new(63))), (2, true));
    }
}
