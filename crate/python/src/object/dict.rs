//! The insertion-ordered hash table behind `dict`, module globals and class namespaces.
//!
//! The table knows hashes, not Python's equality: a lookup yields the entries of equal hash, and
//! the caller, who may
//! have to run Python code for `==`, decides. For string keys, whose equality is known, there are
//! direct methods.

use super::value::{ObjId, Value};

/// One key with its value.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Entry {
    /// Python's hash of the key.
    pub hash: i64,
    /// The key; unbound in a deleted entry.
    pub key: Value,
    /// The value.
    pub value: Value,
}

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

/// An insertion-ordered hash table.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    /// Entries in insertion order; deleted ones have an unbound key.
    entries: Vec<Entry>,
    /// Open addressing with linear probing: index into `entries`, `EMPTY` or `DELETED`. Its length
    /// is 0 or a power of
    /// two, and at most three quarters of it are in use.
    table: Vec<u32>,
    /// Live entries.
    len: usize,
    /// Places of `table` that are not `EMPTY`.
    used: usize,
    /// Changes whenever a key comes or goes, never when only a value changes.
    keys_version: u32,
}

#[inline(always)]
fn spread(hash: i64) -> usize {
    // Python's hash of an int is the int itself: multiply so that runs of integers don't cluster.
    let hash = hash.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (hash >> 32) as usize
}

/// Indices of the entries with a hash.
#[derive(Debug)]
pub struct Candidates<'dict> {
    dict: &'dict Dict,
    hash: i64,
    place: usize,
    /// Places of the table that were not looked at.
    left: usize,
}

impl Iterator for Candidates<'_> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        let Dict { table, entries, .. } = self.dict;
        while self.left > 0 {
            self.left -= 1;
            let index = table[self.place & (table.len() - 1)];
            self.place = self.place.wrapping_add(1);
            if index == EMPTY {
                return None;
            }
            if index != DELETED && entries[index as usize].hash == self.hash {
                return Some(index as usize);
            }
        }
        None
    }
}

impl Dict {
    /// Makes an empty table with room for `n` entries.
    pub fn with_capacity(n: usize) -> Self {
        let mut dict = Self::default();
        if n > 0 {
            dict.rebuild(n);
        }
        dict
    }

    /// The number of live entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A number that changes whenever a key comes or goes.
    #[inline(always)]
    pub fn keys_version(&self) -> u32 {
        self.keys_version
    }

    /// Indices of the entries with this hash; compare their keys, then use the index with the other
    /// methods.
    #[inline(always)]
    pub fn candidates(&self, hash: i64) -> Candidates<'_> {
        Candidates {
            dict: self,
            hash,
            place: spread(hash),
            left: self.table.len(),
        }
    }

    /// The index of a key that is known to be compared by identity alone (interned strings first of
    /// all).
    #[cfg_attr(engine, optimize(speed))]
    pub fn find_identical(&self, hash: i64, key: Value) -> Option<usize> {
        let mut candidates = self.candidates(hash);
        candidates.find(|&index| self.entries[index].key.is(key))
    }

    /// The index of the first entry with this hash whose key the caller accepts.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        self.candidates(hash)
            .find(|&index| same(self.entries[index].key))
    }

    /// The entry at an index of `find` or `candidates`; `None` if it was deleted or never was.
    #[inline(always)]
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries
            .get(index)
            .filter(|entry| !entry.key.is_unbound())
    }

    /// Changes the value at an index.
    #[inline(always)]
    pub fn set_value(&mut self, index: usize, value: Value) {
        self.entries[index].value = value;
    }

    /// Appends a key that is not there yet.
    #[cfg_attr(engine, optimize(speed))]
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) -> usize {
        debug_assert!(!key.is_unbound());
        // Deleted entries take room, too, until the table is built anew.
        if (self.used.max(self.entries.len()) + 1) * 4 > self.table.len() * 3 {
            self.rebuild((self.len + 1) * 2);
        }
        let index = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.place(hash, index);
        self.len += 1;
        self.keys_version = self.keys_version.wrapping_add(1);
        index
    }

    /// Removes the entry at an index and returns it.
    pub fn remove_at(&mut self, index: usize) -> Entry {
        let entry = self.entries[index];
        debug_assert!(!entry.key.is_unbound());
        let mask = self.table.len() - 1;
        let mut place = spread(entry.hash);
        while self.table[place & mask] as usize != index {
            place = place.wrapping_add(1);
        }
        self.table[place & mask] = DELETED;
        self.len -= 1;
        self.keys_version = self.keys_version.wrapping_add(1);
        if index + 1 == self.entries.len() {
            self.entries.pop();
        } else {
            self.entries[index].key = Value::Unbound;
            self.entries[index].value = Value::None;
        }
        entry
    }

    /// Live entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        self.entries.iter().filter(|entry| !entry.key.is_unbound())
    }

    /// The first live entry at or behind a position of the entry list, with its position: how
    /// iterators step.
    pub fn next_from(&self, position: usize) -> Option<(usize, &Entry)> {
        let entries = self.entries.get(position..)?;
        let offset = entries.iter().position(|entry| !entry.key.is_unbound())?;
        Some((position + offset, &entries[offset]))
    }

    /// One past the last position of the entry list, deleted entries included.
    pub fn end_position(&self) -> usize {
        self.entries.len()
    }

    /// The position of the last live entry before `position`: how reversed iterators step.
    pub fn previous_from(&self, position: usize) -> Option<(usize, &Entry)> {
        let index = self
            .entries
            .get(..position)?
            .iter()
            .rposition(|e| !e.key.is_unbound())?;
        Some((index, &self.entries[index]))
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        let keys_version = self.keys_version.wrapping_add(1);
        *self = Self {
            keys_version,
            ..Self::default()
        };
    }

    /// Bytes that the table takes, for the memory cap.
    pub fn size_bytes(&self) -> usize {
        self.entries.len() * (size_of::<Entry>() + 8)
    }

    /// Hashes and keys are the same object: the fast path of attribute and global lookups.
    pub fn get_interned(&self, hash: i64, key: ObjId) -> Option<Value> {
        self.find_identical(hash, Value::Obj(key))
            .map(|index| self.entries[index].value)
    }

    #[cfg_attr(engine, optimize(speed))]
    fn place(&mut self, hash: i64, index: usize) {
        let mask = self.table.len() - 1;
        let mut place = spread(hash);
        while self.table[place & mask] < DELETED {
            place = place.wrapping_add(1);
        }
        self.used += usize::from(self.table[place & mask] == EMPTY);
        self.table[place & mask] = u32::try_from(index).expect("the memory cap keeps tables small");
    }

    #[cfg_attr(engine, optimize(speed))]
    fn rebuild(&mut self, room: usize) {
        self.entries.retain(|entry| !entry.key.is_unbound());
        let size = (room * 4 / 3 + 1).next_power_of_two().max(8);
        self.table.clear();
        self.table.resize(size, EMPTY);
        self.used = 0;
        for index in 0..self.entries.len() {
            self.place(self.entries[index].hash, index);
        }
    }
}
