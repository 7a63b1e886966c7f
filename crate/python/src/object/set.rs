//! The hash table behind `set` and `frozenset`.
//!
//! Programs see its order, so places are chosen as CPython's `setobject.c` chooses them: a short
//! linear run, then a jump
//! that mixes in the upper bits of the hash; the table grows at three fifths full.

use super::value::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const SIZE_MIN: usize = 8;

/// A place of the table.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Empty,
    /// Something was here; searches go on behind it.
    Dummy,
    Full {
        hash: i64,
        key: Value,
    },
}

/// A hash set with CPython's iteration order.
#[derive(Clone, Debug)]
pub struct Set {
    slots: Vec<Slot>,
    /// Full places and dummies.
    fill: usize,
    /// Full places.
    used: usize,
    /// Changes with every key that comes or goes.
    version: u32,
    /// Where `pop` looks first.
    finger: usize,
}

impl Default for Set {
    fn default() -> Self {
        Self {
            slots: vec![Slot::Empty; SIZE_MIN],
            fill: 0,
            used: 0,
            version: 0,
            finger: 0,
        }
    }
}

/// The order in which a hash tries the places of a table of `mask + 1`.
fn probes(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let mut perturb = hash.cast_unsigned();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "only the bits under the mask count"
    )]
    let mut start = perturb as usize & mask;
    let mut offset = 0;
    std::iter::from_fn(move || {
        let run = if start + LINEAR_PROBES <= mask {
            LINEAR_PROBES
        } else {
            0
        };
        if offset > run {
            perturb >>= PERTURB_SHIFT;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "only the bits under the mask count"
            )]
            let mixed = perturb as usize;
            start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(mixed) & mask;
            offset = 0;
        }
        offset += 1;
        Some(start + offset - 1)
    })
}

impl Set {
    /// The number of members.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// A number that changes whenever a member comes or goes.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Places of the members with this hash, in the order in which a search meets them.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        probes(hash, self.slots.len() - 1)
            .take_while(|&place| !matches!(self.slots[place], Slot::Empty))
            .filter(
                move |&place| matches!(self.slots[place], Slot::Full { hash: h, .. } if h == hash),
            )
    }

    /// The member at a place, if there is one.
    pub fn key(&self, place: usize) -> Option<Value> {
        match self.slots.get(place) {
            Some(Slot::Full { key, .. }) => Some(*key),
            _ => None,
        }
    }

    /// Adds a member that is not there yet.
    pub fn insert_new(&mut self, hash: i64, key: Value) {
        self.used += 1;
        self.version = self.version.wrapping_add(1);
        // The last dummy on the way is taken again.
        let mut dummy = None;
        for place in probes(hash, self.slots.len() - 1) {
            match self.slots[place] {
                Slot::Dummy => dummy = Some(place),
                Slot::Full { .. } => {}
                Slot::Empty => {
                    self.slots[dummy.unwrap_or(place)] = Slot::Full { hash, key };
                    break;
                }
            }
        }
        if dummy.is_some() {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= (self.slots.len() - 1) * 3 {
            self.resize(if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            });
        }
    }

    /// Removes the member at a place and returns it.
    pub fn remove_at(&mut self, place: usize) -> Value {
        let Slot::Full { key, .. } = self.slots[place] else {
            unreachable!("the place came from a search")
        };
        self.slots[place] = Slot::Dummy;
        self.used -= 1;
        self.version = self.version.wrapping_add(1);
        key
    }

    /// Removes and returns the first member behind the one popped last.
    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let size = self.slots.len();
        let place = (0..size)
            .map(|step| (self.finger + step) & (size - 1))
            .find(|&place| matches!(self.slots[place], Slot::Full { .. }))?;
        self.finger = place + 1;
        Some(self.remove_at(place))
    }

    /// Takes over another set's members in place of its own; where `pop` looks first stays.
    pub fn replace_members(&mut self, other: Self) {
        let (finger, version) = (self.finger, self.version.wrapping_add(1));
        *self = Self {
            finger,
            version,
            ..other
        };
    }

    /// Makes room for `n` members at once, as merging another table does.
    pub fn make_room(&mut self, n: usize) {
        if (self.fill + n) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((self.used + n) * 2);
        }
    }

    /// Takes over all members of another table if this one has never had any; whether it did.
    pub fn copy_clean(&mut self, other: &Self) -> bool {
        if self.fill > 0 {
            return false;
        }
        self.fill = other.used;
        self.used = other.used;
        self.version = self.version.wrapping_add(1);
        if self.slots.len() == other.slots.len() && other.fill == other.used {
            self.slots.clone_from(&other.slots);
        } else {
            for (hash, key) in other.iter() {
                self.place_clean(Slot::Full { hash, key }, hash);
            }
        }
        true
    }

    /// Makes the table anew if a quarter of it is dummies.
    pub fn drop_dummies(&mut self) {
        if self.fill - self.used > (self.slots.len() - 1) / 4 {
            self.resize(if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            });
        }
    }

    /// The first member at or behind a place, with its hash and place: how iterators step.
    pub fn next_from(&self, place: usize) -> Option<(usize, i64, Value)> {
        self.slots
            .iter()
            .enumerate()
            .skip(place)
            .find_map(|(place, slot)| match slot {
                Slot::Full { hash, key } => Some((place, *hash, *key)),
                _ => None,
            })
    }

    /// Members with their hashes, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Full { hash, key } => Some((*hash, *key)),
            _ => None,
        })
    }

    /// Bytes that the table takes, for the memory cap.
    pub fn size_bytes(&self) -> usize {
        self.slots.len() * size_of::<Slot>()
    }

    /// Makes the table large enough for more than `minimum` places and puts the members in anew.
    pub fn resize(&mut self, minimum: usize) {
        let mut size = SIZE_MIN;
        while size <= minimum {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Full { hash, .. } = slot {
                self.place_clean(slot, hash);
            }
        }
    }

    fn place_clean(&mut self, slot: Slot, hash: i64) {
        let place = probes(hash, self.slots.len() - 1)
            .find(|&place| matches!(self.slots[place], Slot::Empty))
            .expect("the table is larger than its members");
        self.slots[place] = slot;
    }
}
