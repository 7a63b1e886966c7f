//! What happens the moment the last reference goes: coroutines that were never awaited, generators
//! that are dropped
//! before their end.
//!
//! The machine has no reference counts. Instead, when a frame drops a reference from which an
//! unfinished generator can be
//! reached in a few steps, the collector's traversal tells whether anything else still holds it.

use std::rc::Rc;

use super::{Frame, Stream, Unit, Vm};
use crate::code::{CodeKind, Handler};
use crate::native::PyResult;
use crate::object::{Attributes, GeneratorState, Marks, ObjId, Object, TracebackEntry, Value};

/// How many objects may be looked at for what was dropped, before the program has run for it: those
/// of some hundred questions in a program of usual size.
const LOOKS_FREE: u64 = 10_000_000;
/// What counting who holds whom is worth, for each object.
const LOOKS_FOR_CYCLES: u64 = 4;
/// How many more for each instruction.
const LOOKS_PER_INSTRUCTION: u64 = 20;
/// How many objects a look from a dropped value visits.
const LOOK_MAX: usize = 64;

impl Vm {
    /// Notes that a generator is unfinished and may be dropped.
    pub(super) fn note_generator(&mut self, id: ObjId) {
        let generator = self.generator(id);
        let is_fragile = match generator.unit.code.kind {
            // A suspended coroutine is held by its task or awaiter; dropping those is seen by the
            // collector.
            CodeKind::Coroutine => generator.state == GeneratorState::Created,
            _ => generator.state == GeneratorState::Suspended,
        };
        if is_fragile {
            self.fragile.insert(id);
        }
    }

    /// Has an object's finalizer run the moment nothing holds it any more.
    pub fn note_fragile(&mut self, id: ObjId) {
        self.fragile.insert(id);
    }

    /// A generator runs, is owned, or has ended: nobody need look after it.
    pub fn forget_generator(&mut self, id: ObjId) {
        self.fragile.remove(id);
    }

    /// Whether dropping a value could matter.
    #[inline]
    pub(super) fn may_finalize(&self, value: Value) -> bool {
        !self.fragile.is_empty() && matches!(value, Value::Obj(_))
    }

    /// A frame is gone: looks at what its registers held.
    pub(super) fn frame_left(&mut self, frame: &Frame) {
        if self.fragile.is_empty() || self.unrooted_depth > 0 {
            return;
        }
        let found = self.fragile_in(frame);
        self.finalize_unreachable(&found);
    }

    /// What a frame's registers reach and whose end shows; the last variable goes first.
    fn fragile_in(&self, frame: &Frame) -> Vec<ObjId> {
        let start = frame.base as usize;
        let end = start + usize::from(frame.unit.code.n_registers);
        let depth = frame
            .unit
            .code
            .depth
            .get(frame.current_ip() as usize)
            .map_or(0, |&depth| usize::from(depth));
        let mut found = Vec::new();
        for &value in self.stack[start..end.min(start + depth)].iter().rev() {
            self.look(value, &mut found);
        }
        found
    }

    /// An exception leaves a frame: what is in its variables stays as long as the exception, whose
    /// traceback holds the frame; operands of the instruction that raised are gone.
    pub(super) fn left_by_exception(&mut self, frame: &Frame, exception: ObjId) {
        let host = self.host.as_ref();
        if self.fragile.is_empty() && !host.is_some_and(|host| host.has_unfinished()) {
            return;
        }
        let code = &frame.unit.code;
        let n_variables = code.locals.len() + code.cells.len() + code.free.len();
        let start = frame.base as usize;
        let end = (start + n_variables).min(self.stack.len());
        let place = self.exception(exception).traceback.len().saturating_sub(1);
        let kept: Vec<_> = self.stack[start.min(end)..end]
            .iter()
            .filter_map(|value| value.obj())
            .filter(|&id| id != exception && may_hold(self.heap.get(id)))
            .map(|id| (place, id))
            .collect();
        self.exception_mut(exception).kept.extend(kept);
        self.held.push(Value::Obj(exception));
        self.leaving = Some((Rc::clone(&frame.unit), frame.current_ip()));
        self.frame_left(frame);
        self.leaving = None;
        self.held.pop();
    }

    /// Gives an exception another traceback; what only the frames of the old one held is dropped.
    pub(crate) fn set_traceback(&mut self, exception: ObjId, entries: Vec<TracebackEntry>) {
        let exception = self.exception_mut(exception);
        let n_entries = entries.len();
        exception.traceback = entries;
        let dropped: Vec<_> = exception
            .kept
            .extract_if(.., |&mut (place, _)| place >= n_entries)
            .collect();
        for (_, id) in dropped {
            self.value_dropped(id.into());
        }
    }

    /// A value was dropped by native code, outside of any frame.
    pub fn value_dropped(&mut self, value: Value) {
        if self.may_finalize(value) {
            // It raises nothing itself: what it finds is reported.
            let _ = self.dropped(value);
        }
    }

    /// An exception was dropped by native code: what only its frames held goes with it.
    pub fn error_dropped(&mut self, exception: ObjId) {
        if !self.exception(exception).kept.is_empty() {
            self.value_dropped(exception.into());
        }
    }

    /// A value was dropped by an instruction.
    pub(super) fn dropped(&mut self, value: Value) -> PyResult<()> {
        if self.unrooted_depth > 0 {
            return Ok(());
        }
        let mut found = Vec::new();
        self.look(value, &mut found);
        self.finalize_unreachable(&found);
        Ok(())
    }

    /// The fragile things among what the frame on top drops when it goes on at a handler.
    pub(super) fn unwinding(&self, ip: u32, handler: &Handler) -> Vec<ObjId> {
        let mut found = Vec::new();
        if self.fragile.is_empty() || self.unrooted_depth > 0 {
            return found;
        }
        let frame = self.frames.last().expect("a frame handles an exception");
        let depth = &frame.unit.code.depth;
        let live = |ip: u32| {
            depth
                .get(ip as usize)
                .map_or(0, |&depth| usize::from(depth))
        };
        // The exception takes the place of the first.
        let kept = live(handler.target).min(usize::from(handler.exception));
        let base = frame.base as usize;
        let dropped = self.stack.get(base + kept..base + live(ip));
        for &value in dropped.unwrap_or_default() {
            self.look(value, &mut found);
        }
        found
    }

    /// Finalises what the frame on top has dropped on its way to a handler, at the line that
    /// raised.
    pub(super) fn unwound(&mut self, ip: u32, target: u32, found: &[ObjId]) {
        self.set_next(target);
        let marks = self.mark_all();
        self.set_next(ip + 1);
        self.finalize_unmarked(found, marks);
    }

    fn set_next(&mut self, ip: u32) {
        if let Some(frame) = self.frames.last_mut() {
            frame.ip = ip;
        }
    }

    /// Collects the fragile generators that a value reaches within a few steps.
    fn look(&self, value: Value, found: &mut Vec<ObjId>) {
        let Value::Obj(first) = value else { return };
        let mut pending = vec![first];
        let mut seen = 0;
        while let Some(id) = pending.pop() {
            seen += 1;
            if seen > LOOK_MAX {
                return;
            }
            if self.fragile.contains(id) && !found.contains(&id) {
                found.push(id);
            }
            let mut push = |value: &Value| {
                if let Value::Obj(id) = value
                    && pending.len() < LOOK_MAX
                {
                    pending.push(*id);
                }
            };
            // What is pushed last is looked at first: attributes in order, items from the end.
            match self.heap.get(id) {
                Object::List(items) => items.iter().for_each(&mut push),
                Object::Tuple(items) => items.iter().for_each(&mut push),
                Object::Dict(dict) => {
                    let values: Vec<Value> = dict.iter().map(|entry| entry.value).collect();
                    values.iter().rev().for_each(&mut push);
                }
                Object::Set(set) => set.iter().for_each(|(_, key)| push(&key)),
                Object::Instance(Attributes::Shaped { values, .. }) => {
                    values.iter().rev().for_each(&mut push)
                }
                Object::Instance(Attributes::Dict(dict)) => push(&Value::Obj(*dict)),
                Object::Cell(value) => push(value),
                Object::BoundMethod(method) => push(&method.receiver),
                Object::Function(function) => function.closure.iter().for_each(&mut push),
                Object::Exception(exception) => {
                    let kept = exception.kept.iter();
                    kept.for_each(|&(_, id)| push(&id.into()));
                    exception.args.iter().for_each(&mut push);
                }
                Object::Generator(generator) => {
                    if let Some(frame) = generator.sleeping_frame() {
                        frame.registers.iter().for_each(&mut push);
                    }
                }
                _ => {}
            }
        }
    }

    /// Finalises those of the found things that nothing holds any more.
    ///
    /// To know that, everything that is held must be looked at. A program that asks often with much
    /// on its heap would do nothing else: what it can't afford is left to the collector.
    fn finalize_unreachable(&mut self, found: &[ObjId]) {
        if found.is_empty() || !self.affords_marking() {
            return;
        }
        let marks = self.mark_all();
        self.finalize_unmarked(found, marks);
    }

    /// Whether the program has run long enough for all its objects to be looked at once more.
    fn affords_marking(&mut self) -> bool {
        let cost = self.heap.len() as u64;
        let earned =
            LOOKS_FREE.saturating_add(self.position().saturating_mul(LOOKS_PER_INSTRUCTION));
        let affords = self.n_looks + cost <= earned;
        if affords {
            self.n_looks += cost;
        }
        affords
    }

    /// What a cycle holds stays until the collector comes, or the program ends.
    fn finalize_unmarked(&mut self, found: &[ObjId], mut marks: Marks) {
        let lost = found.iter().copied().filter(|&id| !marks.is_marked(id));
        let (watched, mut others): (Vec<_>, Vec<_>) = lost.partition(|&id| self.is_watched(id));
        if !others.is_empty() {
            let cyclic = self.heap.held_by_cycles(&marks);
            self.n_looks += LOOKS_FOR_CYCLES * self.heap.len() as u64;
            others.retain(|id| !cyclic.contains(id));
            for &id in &others {
                self.finalize_generator(id);
            }
            if !watched.is_empty() {
                marks = self.mark_all();
            }
        }
        self.end_watched_objects(watched, marks);
    }

    /// Everything that the machine can still reach.
    pub(super) fn mark_all(&self) -> Marks {
        let mut marks = self.mark_roots();
        self.heap.finish_marks(&mut marks);
        marks
    }

    /// Marks what the machine holds itself; what that reaches is still to be visited.
    pub(super) fn mark_roots(&self) -> Marks {
        let mut marks = self.heap.start_marks();
        marks.id(self.modules);
        marks.id(self.builtins);
        marks.values(&self.held);
        for frame in &self.frames {
            marks.unit(&frame.unit);
            marks.id(frame.globals.id());
            for held in [frame.handled, frame.generator].into_iter().flatten() {
                marks.id(held.id());
            }
            if let Some(native) = &frame.native {
                native.trace(&mut marks);
            }
            if let super::Return::Init(_, instance) = frame.ret {
                marks.id(instance.id());
            }
            let start = frame.base as usize;
            let depths = &frame.unit.code.depth;
            // The running instruction's own operands count as live until it is done.
            let before = depths
                .get(frame.current_ip() as usize)
                .copied()
                .unwrap_or(0);
            let next = depths.get(frame.ip as usize).copied().unwrap_or(0);
            let depth = usize::from(if self.is_between(frame) {
                next
            } else {
                before.max(next)
            });
            let end = (start + depth).min(self.stack.len());
            marks.values(&self.stack[start.min(end)..end]);
        }
        for (_, detached) in &self.threads {
            detached.trace(&mut marks);
        }
        match self.input {
            crate::native::Input::Returned(value) | crate::native::Input::Yielded(value) => {
                marks.value(value)
            }
            crate::native::Input::Raised(raised) => marks.id(raised.0),
            crate::native::Input::Start | crate::native::Input::Again => {}
        }
        match self.outcome {
            Some(super::flow::Outcome::Returned(value) | super::flow::Outcome::Yielded(value)) => {
                marks.value(value)
            }
            Some(super::flow::Outcome::Raised(raised)) => marks.id(raised.0),
            None => {}
        }
        if let Some(host) = &self.host {
            host.trace(&mut marks);
        }
        marks
    }

    /// Whether a frame stands between two instructions, its last one done: true of the frame on top
    /// while `Clear` or
    /// `DeleteLocal` looks at what it dropped.
    fn is_between(&self, frame: &Frame) -> bool {
        self.frames
            .last()
            .is_some_and(|top| std::ptr::eq(top, frame))
    }

    /// Frees what nothing holds. Unfinished generators among it are finalised first and freed the
    /// next time.
    pub(super) fn collect_garbage(&mut self) {
        let marks = self.finalize_lost();
        self.before_sweep(&marks);
        let swept = self.heap.sweep(&marks);
        if swept.has_freed_class {
            // Its id is used again: what the caches know of classes by id is no longer true.
            self.new_class_epoch();
        }
        for (callback, reference) in swept.callbacks {
            if let Err(raising) = self.call(callback, &[reference]) {
                let raised = self.caught(raising);
                self.weak_callback_failed(callback, raised);
            }
        }
    }

    /// Finalises what nothing holds; gives what is left.
    pub(super) fn finalize_lost(&mut self) -> Marks {
        let mut marks = self.mark_all();
        // Tasks go before the coroutines that they hold.
        let mut lost = match &self.host {
            Some(host) => host.lost(&marks),
            None => Vec::new(),
        };
        let is_lost = |id: &ObjId| !marks.is_marked(*id);
        let (generators, others): (Vec<_>, Vec<_>) = self
            .fragile
            .iter()
            .filter(is_lost)
            .partition(|&id| matches!(self.heap.get(id), Object::Generator(_)));
        lost.extend(others);
        lost.extend(generators);
        if !lost.is_empty() {
            for id in lost {
                self.finalize_generator(id);
            }
            marks = self.mark_all();
        }
        marks
    }

    /// The last reference to an unfinished generator, or to an object with a finalizer, is gone.
    pub fn finalize_generator(&mut self, id: ObjId) {
        if self.is_watched(id) {
            self.end_watched(id);
            return;
        }
        self.forget_generator(id);
        if let Object::Foreign(_) = self.heap.get(id) {
            self.tell_lost(id);
            // What it alone held goes with it.
            let mut held = Vec::new();
            if let Object::Foreign(foreign) = self.heap.get(id) {
                foreign.trace(&mut |value| {
                    let generator = value.obj();
                    held.extend(
                        generator.filter(|&id| matches!(self.heap.get(id), Object::Generator(_))),
                    );
                });
            }
            self.finalize_unreachable(&held);
            return;
        }
        let generator = self.generator(id);
        match (generator.unit.code.kind, generator.state) {
            (CodeKind::Coroutine, GeneratorState::Created) => {
                let name = self
                    .heap
                    .str(generator.qualname.into())
                    .map_or_else(|| "?".into(), |name| name.text.clone());
                self.warn_never_awaited(&name);
                self.generator_mut(id).state = GeneratorState::Closed;
            }
            (CodeKind::AsyncGenerator, GeneratorState::Suspended) if self.host.is_some() => {
                let closer = self
                    .host
                    .as_ref()
                    .and_then(|host| host.async_generator_closer());
                if let Some(close) = closer {
                    close(self, id);
                }
            }
            (_, GeneratorState::Suspended) => {
                self.held.push(Value::Obj(id));
                if let Err(raising) = self.close_generator(id) {
                    let raised = self.caught(raising);
                    let shown = self
                        .repr(Value::Obj(id))
                        .unwrap_or_else(|_| "generator".into());
                    let what = format!("Exception ignored while closing generator {shown}");
                    self.unraisable(raised, &what);
                }
                self.held.pop();
                self.abandon_generator(id);
            }
            _ => {}
        }
    }

    /// Has an object of the embedder's say what its end means.
    pub(super) fn tell_lost(&mut self, id: ObjId) {
        if let Object::Foreign(foreign) = self.heap.get(id)
            && let Some(finalizer) = foreign.finalizer()
        {
            self.held.push(Value::Obj(id));
            finalizer(self, id);
            self.held.pop();
        }
    }

    /// A generator never goes on: one that has yielded when it was to end, or was to end before it
    /// began. What it holds goes with it.
    pub(super) fn abandon_generator(&mut self, id: ObjId) {
        self.forget_generator(id);
        let generator = self.generator_mut(id);
        generator.state = GeneratorState::Closed;
        let Some(frame) = generator.frame.take() else {
            return;
        };
        let mut found = Vec::new();
        for value in frame.registers {
            self.look(value, &mut found);
        }
        self.finalize_unreachable(&found);
    }

    /// CPython's warning, at the line that runs.
    fn warn_never_awaited(&mut self, name: &str) {
        let place = self.warning_place();
        let head = format!("{place}: RuntimeWarning: coroutine '{name}' was never awaited\n");
        // Once for each place and name, as warnings are by default.
        if !self.warned.insert(head.as_str().into(), ()) {
            return;
        }
        let text = format!(
            "{head}{}RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
            self.warning_source()
        );
        if self.write(Stream::Stderr, &text).is_err() {
            // The output limit has been reached; the run ends at the next instruction.
        }
    }

    /// Where a warning is given: the code and its instruction that runs, or that an exception is
    /// just leaving.
    pub(super) fn warned_place(&self) -> Option<(&Rc<Unit>, u32)> {
        if let Some((unit, ip)) = &self.leaving {
            return Some((unit, *ip));
        }
        let mut frames = self.frames.iter().rev();
        let frame = frames.find(|frame| frame.native.is_none())?;
        Some((&frame.unit, frame.current_ip()))
    }

    /// Where the library's own code stands, if a native frame is in its place on top.
    fn native_place(&self) -> Option<&'static str> {
        if self.leaving.is_some() {
            return None;
        }
        let top = self.frames.iter().rev().find(|frame| is_shown(frame))?;
        top.native.as_ref()?.place()
    }

    /// `file:line` of the line that runs.
    fn warning_place(&self) -> String {
        match (self.native_place(), self.warned_place()) {
            (Some(place), _) => place.to_owned(),
            (None, Some((unit, ip))) => {
                let code = &unit.code;
                format!("{}:{}", code.source.filename, code.line_of(ip))
            }
            (None, None) => "<sys>:0".to_owned(),
        }
    }

    fn warning_source(&self) -> String {
        let line = match (self.native_place(), self.warned_place()) {
            (Some(place), _) => self.library_line(place),
            (None, Some((unit, ip))) if !unit.code.source.is_internal => {
                Some(unit.code.source.line_text(unit.code.line_of(ip)))
            }
            _ => None,
        };
        line.map_or_else(String::new, |line| format!("  {}\n", line.trim()))
    }
}

/// Whether a frame is one that CPython has too.
fn is_shown(frame: &Frame) -> bool {
    let native = frame.native.as_ref();
    native.is_none_or(|native| native.place().is_some())
}

/// Whether an object may refer to one whose end shows, or be one.
fn may_hold(object: &Object) -> bool {
    !matches!(
        object,
        Object::Str(_)
            | Object::Function(_)
            | Object::Native(_)
            | Object::Type(_)
            | Object::Module(_)
            | Object::Code(_)
    )
}
