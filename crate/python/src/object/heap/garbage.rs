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
        let mut garbage: Vec<ObjId> = self.ids().filter(|&id| !marks.is_marked(id)).collect();
        let mut n_holders = vec![0_u32; garbage.len()];
        let mut free = garbage.clone();
        // Counts all holders, then takes off those that are free themselves.
        for is_counting in [true, false] {
            if !is_counting {
                free.retain(|id| garbage.binary_search(id).is_ok_and(|at| n_holders[at] == 0));
            }
            while let Some(id) = free.pop() {
                for held in self.references(id) {
                    let Ok(at) = garbage.binary_search(&held) else {
                        continue;
                    };
                    if is_counting {
                        n_holders[at] += 1;
                    } else {
                        n_holders[at] -= 1;
                        if n_holders[at] == 0 {
                            free.push(held);
                        }
                    }
                }
            }
            if is_counting {
                free.clone_from(&garbage);
            }
        }
        let mut at = 0;
        garbage.retain(|_| {
            at += 1;
            n_holders[at - 1] > 0
        });
        garbage
    }
}
