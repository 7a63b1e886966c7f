//! What is not reachable any more: who in it refers to whom, and what only cycles hold.

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
        let mut n_holders = vec![0_u32; garbage.len()];
        let place = |id: ObjId| garbage.binary_search(&id).ok();
        for held in garbage.iter().flat_map(|&id| self.references(id)) {
            if let Some(place) = place(held) {
                n_holders[place] += 1;
            }
        }
        let mut free: Vec<usize> = (0..garbage.len())
            .filter(|&place| n_holders[place] == 0)
            .collect();
        let mut is_free = vec![false; garbage.len()];
        while let Some(at) = free.pop() {
            is_free[at] = true;
            for held in self.references(garbage[at]) {
                if let Some(place) = place(held) {
                    n_holders[place] -= 1;
                    if n_holders[place] == 0 && !is_free[place] {
                        free.push(place);
                    }
                }
            }
        }
        let is_held = is_free.iter().map(|is_free| !is_free);
        let held = garbage.iter().zip(is_held).filter(|&(_, is_held)| is_held);
        held.map(|(&id, _)| id).collect()
    }
}
