//! What is not reachable any more: who in it refers to whom, and what only cycles hold.

use crate::sorted::SortedMap;

use super::{Heap, Marks, ObjId, Object};

impl Heap {
    /// The ids of all places that are taken.
    pub fn ids(&self) -> impl Iterator<Item = ObjId> {
        let taken = self.slots.iter().enumerate();
        taken
            .filter(|(_, slot)| !matches!(slot.object, Object::Free))
            .map(|(index, _)| ObjId::new(u32::try_from(index).expect("ids are u32")))
    }

    /// What one object refers to, its class included.
    pub fn references(&self, id: ObjId) -> Vec<ObjId> {
        let mut list = Marks::listing();
        self.visit(id, &mut list);
        list.pending
    }

    /// A program's classes are no longer held by their bases.
    pub fn forget_subclasses(&mut self) {
        let classes: Vec<bool> = (self.slots.iter())
            .map(|slot| matches!(&slot.object, Object::Type(class) if class.is_heap))
            .collect();
        for slot in &mut self.slots {
            if let Object::Type(class) = &mut slot.object {
                class.subclasses.retain(|id| !classes[id.index()]);
            }
        }
    }

    /// What counts would not free of the garbage: cycles, and what they hold.
    pub fn held_by_cycles(&self, marks: &Marks) -> Vec<ObjId> {
        let garbage: Vec<ObjId> = self.ids().filter(|&id| !marks.is_marked(id)).collect();
        let mut n_holders = SortedMap::default();
        for &id in &garbage {
            n_holders.insert(id, 0_u32);
        }
        for &id in &garbage {
            for held in self.references(id) {
                if let Some(n) = n_holders.get_mut(&held) {
                    *n += 1;
                }
            }
        }
        let is_free = |id: &ObjId| n_holders.get(id) == Some(&0);
        let mut free: Vec<ObjId> = garbage.iter().copied().filter(is_free).collect();
        while let Some(id) = free.pop() {
            n_holders.remove(&id);
            for held in self.references(id) {
                if let Some(n) = n_holders.get_mut(&held) {
                    *n -= 1;
                    if *n == 0 {
                        free.push(held);
                    }
                }
            }
        }
        let is_held = |id: &ObjId| n_holders.contains(id);
        garbage.into_iter().filter(is_held).collect()
    }
}
