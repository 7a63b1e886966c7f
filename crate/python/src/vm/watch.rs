//! Objects whose end shows: those with `__del__`, and those with weak references to them.
//!
//! What a frame drops is asked about where it is dropped (`finalize.rs`). What is dropped in other
//! ways, by a new value for a global or attribute or inside a container, is asked about when the
//! program comes to its next line; so as long as such objects are there, the machine goes one
//! instruction at a time. Most questions are answered by a look at who held the object last time.

use super::Vm;
use super::flow::Outcome;
use crate::native::{PyResult, Raised};
use crate::object::{Marks, ObjId, Object, Value};
use crate::sorted::{SortedMap, SortedSet};

/// How many links from a root to an object are looked at.
const CHAIN_MAX: usize = 6;
/// How large a module's namespace may be to be looked through at every line.
const NAMESPACE_MAX: usize = 500;
/// Instructions for which an object isn't looked for after the first time it was hidden.
const FIRST_PAUSE: u64 = 16;
/// How many frames from the top are looked through.
const FRAMES_MAX: usize = 16;

/// What is watched, and what is known of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    objects: SortedSet<ObjId>,
    /// Weak references by what they refer to, the oldest first.
    references: SortedMap<ObjId, Vec<ObjId>>,
    /// Who was seen to hold an object.
    holders: SortedMap<ObjId, ObjId>,
    /// Objects that only hidden places hold: how long the next pause is, and the position before
    /// which they aren't looked for again.
    hidden: SortedMap<ObjId, (u64, u64)>,
    /// Garbage that only cycles hold: left to the collector.
    cyclic: SortedSet<ObjId>,
    /// Depth and line of the frame that ran last.
    place: (usize, u32),
}

impl Vm {
    /// Has an object's end noticed.
    pub(crate) fn watch(&mut self, id: ObjId) {
        if self.watch.objects.insert(id, ()) {
            self.note_fragile(id);
            // Has the dispatch loop return, so that the machine goes on in small steps.
            self.reserve += self.fuel;
            self.granted -= self.fuel;
            self.fuel = 0;
        }
    }

    /// Gives back the fuel that `watch` has laid aside; whether there is any fuel.
    pub(super) fn has_fuel(&mut self) -> bool {
        let reserve = std::mem::take(&mut self.reserve);
        self.fuel += reserve;
        self.granted += reserve;
        self.fuel > 0
    }

    pub(super) fn is_watching(&self) -> bool {
        !self.watch.objects.is_empty()
    }

    pub(super) fn is_watched(&self, id: ObjId) -> bool {
        self.watch.objects.contains(&id)
    }

    /// Notes a weak reference.
    pub(crate) fn add_weak_reference(&mut self, target: ObjId, reference: ObjId) {
        self.watch.references.entry(target).push(reference);
        self.watch(target);
    }

    /// The weak references to an object, the oldest first.
    pub(crate) fn weak_references(&self, target: ObjId) -> &[ObjId] {
        self.watch
            .references
            .get(&target)
            .map_or(&[], Vec::as_slice)
    }

    /// Before an instruction: at a new line, asks what the one before has dropped.
    pub(super) fn look_at_new_line(&mut self) {
        let Some(frame) = self.frames.last().filter(|frame| frame.native.is_none()) else {
            return;
        };
        let line = frame.unit.code.line_of(frame.ip);
        let place = (self.frames.len(), line);
        if self.unrooted_depth > 0 || std::mem::replace(&mut self.watch.place, place) == place {
            return;
        }
        let position = self.position();
        let mut doubtful = Vec::new();
        for (id, ()) in self.watch.objects.clone().iter().copied() {
            if self.watch.cyclic.contains(&id) {
                continue;
            }
            if self.is_in_sight(id, CHAIN_MAX) {
                self.watch.hidden.remove(&id);
            } else if self
                .watch
                .hidden
                .get(&id)
                .is_none_or(|&(_, until)| until <= position)
            {
                doubtful.push(id);
            }
        }
        if doubtful.is_empty() {
            return;
        }
        let marks = self.mark_all();
        let mut dead = Vec::new();
        for id in doubtful {
            if marks.is_marked(id) {
                self.find_holder(id, &marks);
            } else {
                dead.push(id);
            }
        }
        self.end_watched_objects(dead, marks);
    }

    /// Whether an object is held by a register, a global, or something that is so held itself.
    fn is_in_sight(&self, id: ObjId, chain_max: usize) -> bool {
        let value = Value::Obj(id);
        let mut looked_at = None;
        for frame in self.frames.iter().rev().take(FRAMES_MAX) {
            let start = (frame.base as usize).min(self.stack.len());
            let depths = &frame.unit.code.depth;
            let depth = depths.get(frame.ip as usize).copied().unwrap_or(0);
            let end = (start + usize::from(depth)).min(self.stack.len());
            if self.stack[start..end].iter().any(|held| held.is(value)) {
                return true;
            }
            if looked_at != Some(frame.globals) {
                looked_at = Some(frame.globals);
                let globals = self.heap.dict(frame.globals.id());
                if globals.len() <= NAMESPACE_MAX
                    && globals.iter().any(|entry| entry.value.is(value))
                {
                    return true;
                }
            }
        }
        let Some(&holder) = self.watch.holders.get(&id) else {
            return false;
        };
        chain_max > 0
            && self.heap.references(holder).contains(&id)
            && self.is_in_sight(holder, chain_max - 1)
    }

    /// Remembers who holds an object, and who holds that, up to what is in sight.
    fn find_holder(&mut self, id: ObjId, marks: &Marks) {
        let mut at = id;
        for _ in 0..CHAIN_MAX {
            let holder = self.heap.ids().find(|&other| {
                other != at && marks.is_marked(other) && self.heap.references(other).contains(&at)
            });
            let Some(holder) = holder else { break };
            self.watch.holders.insert(at, holder);
            if self.is_in_sight(holder, 0) {
                self.watch.hidden.remove(&id);
                return;
            }
            at = holder;
        }
        let pause = self
            .watch
            .hidden
            .get(&id)
            .map_or(FIRST_PAUSE, |&(pause, _)| pause);
        let longer = (2 * pause).min(marks.len() as u64 / 4);
        self.watch
            .hidden
            .insert(id, (longer, self.position() + pause));
    }

    /// Ends those of some unreachable objects that no cycle of garbage holds.
    pub(super) fn end_watched_objects(&mut self, dead: Vec<ObjId>, marks: Marks) {
        if dead.is_empty() {
            return;
        }
        let cyclic = self.heap.held_by_cycles(&marks);
        let mut marks = Some(marks);
        for id in dead {
            if cyclic.contains(&id) {
                self.watch.cyclic.insert(id, ());
                continue;
            }
            // What ran meanwhile may have brought it back.
            let current = marks.take().unwrap_or_else(|| self.mark_all());
            if !current.is_marked(id) && self.is_watched(id) {
                self.end_watched(id);
            } else {
                marks = Some(current);
            }
        }
    }

    /// An object's last reference is gone: calls `__del__`, then clears the weak references.
    pub(super) fn end_watched(&mut self, id: ObjId) {
        self.watch.objects.remove(&id);
        self.watch.cyclic.remove(&id);
        self.watch.holders.remove(&id);
        self.watch.hidden.remove(&id);
        self.forget_generator(id);
        if self.heap.type_ref(self.heap.class_of(id)).has_finalizer {
            self.call_finalizer(id);
        }
        if matches!(self.heap.get(id), Object::Generator(_) | Object::Foreign(_)) {
            self.finalize_generator(id);
        }
        if self.watch.references.contains(&id) && !self.mark_all().is_marked(id) {
            self.clear_weak_references(id);
        }
    }

    fn call_finalizer(&mut self, id: ObjId) {
        let name = self.heap.intern("__del__");
        let class = self.heap.class_of(id);
        let Some(method) = self.lookup(class, name) else {
            return;
        };
        self.held.push(Value::Obj(id));
        let outcome =
            self.run_nested(|vm| vm.push_call(method, &[Value::Obj(id)], &[], super::Return::Exit));
        self.held.pop();
        if let Outcome::Raised(raised) = outcome {
            let shown = self.repr(method).unwrap_or_else(|_| "__del__".into());
            self.unraisable(
                raised,
                &format!("Exception ignored while calling deallocator {shown}"),
            );
        }
    }

    /// Makes the weak references to an object dead and calls their callbacks, the newest first.
    fn clear_weak_references(&mut self, id: ObjId) {
        let references = self.watch.references.remove(&id).unwrap_or_default();
        let marks = self.mark_all();
        let mut callbacks = Vec::new();
        for reference in references {
            if let Object::WeakRef(known) = self.heap.get_mut(reference) {
                known.target = Value::Unbound;
                if !known.callback.is_none() && marks.is_marked(reference) {
                    callbacks.push((known.callback, reference));
                }
            }
        }
        let start = self.held.len();
        for &(callback, reference) in &callbacks {
            self.held.extend([callback, Value::Obj(reference)]);
        }
        for (callback, reference) in callbacks.into_iter().rev() {
            if let Err(raising) = self.call(callback, &[Value::Obj(reference)]) {
                let raised = self.caught(raising);
                self.weak_callback_failed(callback, raised);
            }
        }
        self.held.truncate(start);
    }

    pub(super) fn weak_callback_failed(&mut self, callback: Value, raised: Raised) {
        let shown = self.repr(callback).unwrap_or_else(|_| "?".into());
        self.unraisable(
            raised,
            &format!("Exception ignored while calling weakref callback {shown}"),
        );
    }

    /// Forgets what is about to be freed: its place may become another object's.
    pub(super) fn forget_unmarked(&mut self, marks: &Marks) {
        let watch = &mut self.watch;
        watch.objects.retain(|&id, ()| marks.is_marked(id));
        watch.cyclic.clear();
        watch.hidden.retain(|&id, _| marks.is_marked(id));
        watch
            .holders
            .retain(|&id, holder| marks.is_marked(id) && marks.is_marked(*holder));
        watch.references.retain(|&id, references| {
            references.retain(|&reference| marks.is_marked(reference));
            marks.is_marked(id) && !references.is_empty()
        });
    }

    /// `gc.collect()`: how many objects only cycles of garbage held.
    pub(crate) fn collect_now(&mut self) -> PyResult {
        if self.unrooted_depth > 0 {
            return Ok(Value::Int(0));
        }
        let marks = self.mark_all();
        let n = self.heap.held_by_cycles(&marks).len();
        self.collect_garbage();
        Ok(Value::Int(i64::try_from(n).unwrap_or(i64::MAX)))
    }
}
