//! The end of a program: what is left ends in CPython's order.
//!
//! 1. Its collector runs while the main module is still there. What is lost already ends, the
//!    oldest object first.
//! 2. The module's variables go, and the collector runs once more. The first run has reordered what
//!    it has found alive: each object stands behind the one by which it was found. So a task ends
//!    before its coroutine, and what others wait for before them.

use super::{Ending, Vm};
use crate::object::{ObjId, Object};

impl Vm {
    /// Ends what the program has left, after its last instruction.
    pub(super) fn end_of_program(&mut self) {
        let name_of_main = self.heap.intern("__main__");
        let main = self.heap.dict_get_name(self.modules, name_of_main);
        self.fuel = self.options.nested_fuel_max;
        self.granted += self.fuel;
        if let Some(Object::Module(main)) = main.and_then(|main| self.heap.object(main)) {
            let globals = main.dict;
            self.set_ending(Ending::Collects);
            self.finalize_lost();
            self.set_ending(Ending::Clears);
            let left = self.heap.suspended_by_discovery(self.mark_roots());
            self.heap.dict_delete_name(self.modules, name_of_main);
            // What ends still sees the variables.
            self.end_in_order(&left);
            self.heap.forget_subclasses();
            self.finalize_lost();
            self.set_ending(Ending::No);
            self.heap.dict_mut(globals).clear();
        }
        self.collect_garbage();
        self.granted -= self.fuel;
        self.fuel = 0;
    }

    fn set_ending(&mut self, ending: Ending) {
        if let Some(host) = &mut self.host {
            host.set_ending(ending);
        }
    }

    fn end_in_order(&mut self, left: &[ObjId]) {
        let marks = self.mark_all();
        for &id in left.iter().filter(|&&id| !marks.is_marked(id)) {
            match self.heap.get(id) {
                Object::Foreign(_) => self.tell_lost(id),
                _ => self.finalize_generator(id),
            }
        }
    }
}
