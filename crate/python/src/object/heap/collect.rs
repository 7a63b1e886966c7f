//! The collector: marks what the roots reach, frees the rest.

use super::{Attributes, Heap, ObjId, Object, Slot, Value};
use crate::code::CodeKind;
use crate::object::{Generator, GeneratorState, Iter, WeakRef};
use crate::vm::Unit;

/// The marks of one traversal and the objects still to be visited.
#[derive(Debug)]
pub struct Marks {
    marked: Vec<bool>,
    pub(super) pending: Vec<ObjId>,
    /// Whether all that is shown is listed in `pending`, marked or not.
    lists_all: bool,
}

/// What freeing has brought about.
#[derive(Debug, Default)]
pub struct Swept {
    /// The callbacks of weak references to what is gone, each with its reference, in the order of
    /// the references.
    pub callbacks: Vec<(Value, Value)>,
    /// Whether a class is gone.
    pub has_freed_class: bool,
}

impl Marks {
    /// Marks a value as live.
    #[inline(always)]
    pub fn value(&mut self, value: Value) {
        if let Value::Obj(id) = value {
            self.id(id);
        }
    }

    /// Marks an object as live.
    #[inline(always)]
    pub fn id(&mut self, id: ObjId) {
        if self.lists_all {
            self.pending.push(id);
            return;
        }
        let marked = &mut self.marked[id.index()];
        if !*marked {
            *marked = true;
            self.pending.push(id);
        }
    }

    /// Marks all values of a run.
    #[cfg_attr(engine, optimize(speed))]
    pub fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.value(value);
        }
    }

    /// Marks the constants of loaded code.
    pub fn unit(&mut self, unit: &Unit) {
        self.values(&unit.constants);
    }

    /// For listing what one object refers to.
    pub(super) fn listing() -> Self {
        Self {
            marked: Vec::new(),
            pending: Vec::new(),
            lists_all: true,
        }
    }

    /// How many objects could be marked.
    pub fn len(&self) -> usize {
        self.marked.len()
    }

    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.marked.is_empty()
    }

    /// Whether an object has been reached.
    pub fn is_marked(&self, id: ObjId) -> bool {
        self.marked[id.index()]
    }
}

impl Heap {
    /// Coroutines that have begun and not ended, and the embedder's objects that have a finalizer,
    /// in the order in which a search finds them that goes from the roots on level by level.
    pub fn suspended_by_discovery(&self, mut roots: Marks) -> Vec<ObjId> {
        let mut found = Vec::new();
        let mut level = std::mem::take(&mut roots.pending);
        while !level.is_empty() {
            for id in level {
                if self.ends_visibly(id) {
                    found.push(id);
                }
                self.visit(id, &mut roots);
            }
            level = std::mem::take(&mut roots.pending);
        }
        found
    }

    fn ends_visibly(&self, id: ObjId) -> bool {
        match self.get(id) {
            Object::Generator(generator) => {
                generator.unit.code.kind == CodeKind::Coroutine
                    && generator.state == GeneratorState::Suspended
            }
            Object::Foreign(foreign) => foreign.finalizer().is_some(),
            _ => false,
        }
    }

    /// Starts a traversal: built-in classes and interned names are live.
    pub fn start_marks(&self) -> Marks {
        let mut marks = Marks {
            marked: vec![false; self.slots.len()],
            pending: Vec::new(),
            lists_all: false,
        };
        for index in 0..super::classes::ALL.len() {
            marks.id(ObjId::new(u32::try_from(index).expect("few classes")));
        }
        for id in self.interned.iter().filter_map(|entry| entry.key.obj()) {
            marks.id(id);
        }
        marks
    }

    /// Follows all references from what is marked.
    #[cfg_attr(engine, optimize(speed))]
    pub fn finish_marks(&self, marks: &mut Marks) {
        while let Some(id) = marks.pending.pop() {
            self.visit(id, marks);
        }
    }

    /// Shows what one object refers to.
    pub(super) fn visit(&self, id: ObjId, marks: &mut Marks) {
        let Slot { class, object } = &self.slots[id.index()];
        marks.id(*class);
        trace(object, marks);
        if !self.attributes.is_empty()
            && let Some(attributes) = self.attributes.get(id)
        {
            trace_attributes(attributes, marks);
        }
    }

    /// Frees what is not marked and clears weak references to it.
    #[cfg_attr(engine, optimize(speed))]
    pub fn sweep(&mut self, marks: &Marks) -> Swept {
        let mut swept = Swept::default();
        let mut live_bytes = 0;
        for index in 0..self.slots.len() {
            let id = ObjId::new(u32::try_from(index).expect("ids are u32"));
            if marks.marked[index] {
                if let Object::WeakRef(reference) = &mut self.slots[index].object
                    && let WeakRef {
                        target, callback, ..
                    } = &mut **reference
                    && target.obj().is_some_and(|target| !marks.is_marked(target))
                {
                    *target = Value::Unbound;
                    if !callback.is_none() {
                        swept.callbacks.push((*callback, Value::Obj(id)));
                    }
                }
                live_bytes += super::SLOT_BYTES + self.slots[index].object.size_bytes();
            } else if !matches!(self.slots[index].object, Object::Free) {
                swept.has_freed_class |= matches!(self.slots[index].object, Object::Type(_));
                self.slots[index].object = Object::Free;
                self.free.push(id);
            }
        }
        self.attributes.retain(|id| marks.is_marked(id));
        self.live_bytes = live_bytes;
        self.allocated_bytes = 0;
        swept
    }
}

fn trace_attributes(attributes: &Attributes, marks: &mut Marks) {
    match attributes {
        Attributes::Shaped { values, .. } => marks.values(values),
        Attributes::Dict(dict) => marks.id(*dict),
    }
}

#[cfg_attr(engine, optimize(speed))]
fn trace(object: &Object, marks: &mut Marks) {
    match object {
        Object::Free
        | Object::Str(_)
        | Object::Bytes(_)
        | Object::ByteArray(_)
        | Object::BigInt(_)
        | Object::Complex(..) => {}
        Object::WeakRef(reference) => marks.value(reference.callback),
        Object::Instance(attributes) => trace_attributes(attributes, marks),
        Object::Tuple(items) => marks.values(items),
        Object::List(items) => marks.values(items),
        Object::Dict(dict) => dict.iter().for_each(|entry| {
            marks.value(entry.key);
            marks.value(entry.value);
        }),
        Object::Set(set) | Object::FrozenSet(set) => {
            set.iter().for_each(|(_, key)| marks.value(key))
        }
        Object::Range(values) | Object::Slice(values) | Object::Super(values) => {
            marks.values(&**values)
        }
        Object::Property(values) => marks.values(&**values),
        Object::Number(value)
        | Object::Cell(value)
        | Object::StaticMethod(value)
        | Object::ClassMethod(value)
        | Object::MappingProxy(value) => marks.value(*value),
        Object::Native(native) => marks.value(native.receiver),
        Object::BoundMethod(method) => marks.values(&[method.function, method.receiver]),
        Object::Code(unit) => marks.unit(unit),
        Object::Member { name, class } => {
            marks.id(*name);
            marks.id(*class);
        }
        Object::DictView { dict, .. } => marks.id(*dict),
        Object::Module(module) => marks.id(module.dict),
        Object::Function(function) => {
            marks.unit(&function.unit);
            marks.id(function.globals.id());
            marks.values(&function.defaults);
            marks.values(&function.closure);
            marks.values(&[
                function.keyword_defaults,
                function.name,
                function.qualname,
                function.doc,
            ]);
            marks.values(&[function.module, function.annotations, function.annotate]);
        }
        Object::Type(class) => {
            class
                .bases
                .iter()
                .chain(class.mro.iter())
                .for_each(|&id| marks.id(id));
            class.subclasses.iter().for_each(|&id| marks.id(id));
            marks.id(class.dict);
        }
        Object::Exception(exception) => {
            marks.values(&exception.args);
            exception.kept.iter().for_each(|&(_, id)| marks.id(id));
            marks.values(&[exception.cause, exception.context]);
            exception
                .traceback
                .iter()
                .for_each(|entry| marks.unit(&entry.unit));
            trace_attributes(&exception.attributes, marks);
        }
        Object::Traceback(traceback) => traceback
            .entries
            .iter()
            .for_each(|entry| marks.unit(&entry.unit)),
        Object::Generator(generator) => trace_generator(generator, marks),
        Object::Iterator(iter) => trace_iter(iter, marks),
        Object::Foreign(foreign) => foreign.trace(&mut |value| marks.value(value)),
    }
}

#[cfg_attr(engine, optimize(speed))]
fn trace_generator(generator: &Generator, marks: &mut Marks) {
    marks.unit(&generator.unit);
    marks.id(generator.name.id());
    marks.id(generator.qualname.id());
    if let Some(frame) = generator.sleeping_frame() {
        marks.values(&frame.registers);
        marks.id(frame.globals.id());
        if let Some(handled) = frame.handled {
            marks.id(handled.id());
        }
    }
}

fn trace_iter(iter: &Iter, marks: &mut Marks) {
    match iter {
        Iter::Empty | Iter::Str { .. } | Iter::Range { .. } => {}
        Iter::List { list: id, .. }
        | Iter::ListReversed { list: id, .. }
        | Iter::Bytes { source: id, .. }
        | Iter::Dict { dict: id, .. }
        | Iter::DictReversed { dict: id, .. }
        | Iter::Set { set: id, .. } => marks.id(*id),
        Iter::Tuple { items, .. } => marks.values(items),
        Iter::LongRange(values) => marks.values(&**values),
        Iter::Sequence { object, .. } | Iter::SequenceReversed { object, .. } => {
            marks.value(*object)
        }
        Iter::Callable { callable, sentinel } => marks.values(&[*callable, *sentinel]),
        Iter::Enumerate { iter, index } => marks.values(&[*iter, *index]),
        Iter::Zip { iters, .. } => marks.values(iters),
        Iter::Map {
            function, iters, ..
        } => {
            marks.value(*function);
            marks.values(iters);
        }
        Iter::Filter { function, iter } => marks.values(&[*function, *iter]),
    }
}

impl Object {
    /// Bytes that the object takes beyond its place in the heap, as far as worth counting. When
    /// garbage is collected follows from it, so it may tell neither the capacity of a vector,
    /// which a clone doesn't keep, nor the width of a pointer.
    pub fn size_bytes(&self) -> usize {
        let value = size_of::<Value>();
        match self {
            Self::Str(string) => string.text.len(),
            Self::Bytes(bytes) => bytes.len(),
            Self::ByteArray(bytes) => bytes.len(),
            Self::BigInt(int) => usize::try_from(int.bits() / 8).unwrap_or(usize::MAX / 4),
            Self::Tuple(items) => items.len() * value,
            Self::List(items) => items.len() * value,
            Self::Dict(dict) => 64 + dict.size_bytes(),
            Self::Set(set) | Self::FrozenSet(set) => 64 + set.size_bytes(),
            Self::Instance(Attributes::Shaped { values, .. }) => values.len() * value,
            Self::Generator(generator) => {
                let frame = generator.frame.as_ref();
                64 + frame.map_or(0, |frame| frame.registers.len() * value)
            }
            Self::Foreign(foreign) => 64 + foreign.size_bytes(),
            Self::Function(_) | Self::Type(_) | Self::Exception(_) | Self::Iterator(_) => 128,
            _ => 0,
        }
    }
}
