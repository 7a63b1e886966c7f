//! Iterating: `iter`, `next`, collecting and unpacking.

use super::then::Context;
use super::{GeneratorOutcome, Halt, Vm};
use crate::native::{Flow, Input, PyResult, Resume};
use crate::object::{DictPart, Iter, ObjId, Object, Value, classes};

/// Items that native code takes before the bounds are looked at.
const ITEMS_BETWEEN_LOOKS: u64 = 1 << 14;

impl Vm {
    /// `iter(value)`
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what `__iter__` raises.
    #[expect(clippy::iter_not_returning_iterator, reason = "the name is Python's")]
    pub fn iter(&mut self, value: Value) -> PyResult {
        match self.iter_flow(value)? {
            Flow::Return(iter) => Ok(iter),
            flow => self.finish(flow),
        }
    }

    /// `iter(value)` as a flow.
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what `__iter__` raises.
    pub fn iter_flow(&mut self, value: Value) -> PyResult<Flow> {
        if let Value::Obj(id) = value {
            if !self.heap.type_ref(self.heap.class_of(id)).is_heap
                && let Some(iter) = self.iter_of_layout(id)
            {
                return Ok(Flow::Return(iter));
            }
            match self.lookup_special(value, "__iter__") {
                Some(Value::None) => {}
                Some(_) => {
                    if let Some(flow) = self.special_flow(value, "__iter__", &[])? {
                        return self.then(Ok(flow), [value; 3], check_iterator);
                    }
                }
                None => {
                    if let Some(iter) = self.iter_of_layout(id) {
                        return Ok(Flow::Return(iter));
                    }
                    if self.lookup_special(value, "__getitem__").is_some() {
                        let iter = Iter::Sequence {
                            object: value,
                            index: 0,
                        };
                        return Ok(Flow::Return(
                            self.heap.new_iter(classes::SEQUENCE_ITERATOR, iter),
                        ));
                    }
                }
            }
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!("'{name}' object is not iterable")))
    }

    /// An iterator over a built-in layout, whatever the class says.
    pub(crate) fn iter_of_layout(&mut self, id: ObjId) -> Option<Value> {
        let (class, iter) = match self.heap.get(id) {
            Object::Iterator(_) => return Some(Value::Obj(id)),
            Object::Generator(_) => {
                let class = self.heap.class_of(id);
                return (class == classes::GENERATOR).then_some(Value::Obj(id));
            }
            Object::List(_) => (classes::LIST_ITERATOR, Iter::List { list: id, index: 0 }),
            Object::Tuple(items) => (
                classes::TUPLE_ITERATOR,
                Iter::Tuple {
                    items: items.clone(),
                    index: 0,
                },
            ),
            Object::Str(string) => (
                if string.is_ascii() {
                    classes::STR_ASCII_ITERATOR
                } else {
                    classes::STR_ITERATOR
                },
                Iter::Str {
                    text: string.text.clone(),
                    offset: 0,
                },
            ),
            Object::Bytes(_) | Object::ByteArray(_) => (
                classes::BYTES_ITERATOR,
                Iter::Bytes {
                    source: id,
                    index: 0,
                },
            ),
            Object::Dict(_) => return Some(self.new_dict_iter(id, DictPart::Keys)),
            Object::DictView { dict, kind } => {
                let (dict, kind) = (*dict, *kind);
                return Some(self.new_dict_iter(dict, kind));
            }
            Object::Set(set) | Object::FrozenSet(set) => (
                classes::SET_ITERATOR,
                Iter::Set {
                    set: id,
                    position: 0,
                    len: set.len(),
                },
            ),
            Object::Range(parts) => crate::builtins::range::new_iter(parts),
            Object::MappingProxy(mapping) => {
                let inner = mapping.obj()?;
                return self.iter_of_layout(inner);
            }
            _ => return None,
        };
        Some(self.heap.new_iter(class, iter))
    }

    /// An iterator over a part of a dict.
    pub(crate) fn new_dict_iter(&mut self, dict: ObjId, part: DictPart) -> Value {
        let class = match part {
            DictPart::Keys => classes::DICT_KEY_ITERATOR,
            DictPart::Values => classes::DICT_VALUE_ITERATOR,
            DictPart::Items => classes::DICT_ITEM_ITERATOR,
        };
        let len = self.heap.dict(dict).len();
        let iter = Iter::Dict {
            dict,
            position: 0,
            len,
            part,
        };
        self.heap.new_iter(class, iter)
    }

    /// The next item, or `None` at the end.
    ///
    /// # Errors
    ///
    /// What `__next__` raises; `TypeError` if it is no iterator.
    pub fn next(&mut self, iter: Value) -> PyResult<Option<Value>> {
        if let Value::Obj(id) = iter {
            match self.heap.get(id) {
                Object::Iterator(_) => {
                    self.count_items(1)?;
                    return self.iter_next_native(id);
                }
                Object::Generator(_) if self.heap.class_of(id) == classes::GENERATOR => {
                    return match self.resume_generator(id, Resume::Send(Value::None))? {
                        GeneratorOutcome::Yielded(value) => Ok(Some(value)),
                        GeneratorOutcome::Returned(_) => Ok(None),
                    };
                }
                _ => {}
            }
        }
        let result = match self.special_flow(iter, "__next__", &[]) {
            Ok(Some(flow)) => self.finish(flow),
            Ok(None) => {
                let name = self.type_name(iter);
                return Err(self.type_error(format_args!("'{name}' object is not an iterator")));
            }
            Err(raised) => Err(raised),
        };
        match result {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.matches(&raised, classes::STOP_ITERATION) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    /// All items of an iterable.
    ///
    /// # Errors
    ///
    /// `TypeError` if it isn't iterable; what iterating raises.
    pub fn collect(&mut self, value: Value) -> PyResult<Vec<Value>> {
        if let Some(items) = self.plain_items(value) {
            return Ok(items);
        }
        let iter = self.iter(value)?;
        self.collect_rest(iter)
    }

    /// As `collect`, for what makes room for as many items as the iterable says that it has.
    ///
    /// # Errors
    ///
    /// As `collect`; what `__len__` and `__length_hint__` raise.
    pub(crate) fn collect_sized(&mut self, value: Value) -> PyResult<Vec<Value>> {
        let source = self.with_asked_length(value)?;
        self.collect(source)
    }

    /// An iterable whose class has its own `__len__` or `__length_hint__` is asked for its length,
    /// and its iterator goes on in its place.
    ///
    /// # Errors
    ///
    /// As `collect_sized`.
    pub(crate) fn with_asked_length(&mut self, value: Value) -> PyResult<Value> {
        let has_len = self.is_overridden(value, "__len__");
        if !has_len && !self.is_overridden(value, "__length_hint__") {
            return Ok(value);
        }
        self.held.push(value);
        let iter = self.iter(value).and_then(|iter| {
            self.held.push(iter);
            let asked = self.ask_length(value, has_len);
            self.held.pop();
            asked.map(|()| iter)
        });
        self.held.pop();
        iter
    }

    fn ask_length(&mut self, value: Value, has_len: bool) -> PyResult<()> {
        if has_len {
            match self.length(value) {
                Ok(_) => return Ok(()),
                Err(raised) if self.matches(&raised, classes::TYPE_ERROR) => {}
                Err(raised) => return Err(raised),
            }
        }
        let Some(flow) = self.special_flow(value, "__length_hint__", &[])? else {
            return Ok(());
        };
        let hint = match self.finish(flow) {
            Err(raised) if self.matches(&raised, classes::TYPE_ERROR) => return Ok(()),
            hint => hint?,
        };
        if matches!(hint, Value::NotImplemented) {
            return Ok(());
        }
        if !self.heap.is_instance(hint, classes::INT) {
            let name = self.type_name(hint);
            return Err(self.type_error(format_args!(
                "__length_hint__ must be an integer, not {name}"
            )));
        }
        if self.to_index(hint)? < 0 {
            return Err(self.value_error("__length_hint__() should return >= 0"));
        }
        Ok(())
    }

    /// What an iterator still has.
    ///
    /// # Errors
    ///
    /// What iterating raises.
    pub(crate) fn collect_rest(&mut self, iter: Value) -> PyResult<Vec<Value>> {
        // Python code may run between the items, and the collector with it.
        let start = self.held.len();
        self.held.push(iter);
        loop {
            match self.next(iter) {
                Ok(Some(item)) => {
                    if self.held.len().is_multiple_of(1024) {
                        self.check_heap(1024 * size_of::<Value>())?;
                    }
                    self.held.push(item);
                }
                Ok(None) => {
                    let items = self.held[start + 1..].to_vec();
                    self.held.truncate(start);
                    return Ok(items);
                }
                Err(raised) => {
                    self.held.truncate(start);
                    return Err(raised);
                }
            }
        }
    }

    /// Counts items that native code takes: instructions don't, while it goes through an iterator
    /// that may have no end.
    #[inline(always)]
    pub(crate) fn count_items(&mut self, n: u64) -> PyResult<()> {
        let position = self.position();
        let (since, n_items) = &mut self.items_taken;
        if *since != position {
            (*since, *n_items) = (position, 0);
        }
        let before = *n_items / ITEMS_BETWEEN_LOOKS;
        *n_items += n;
        if *n_items / ITEMS_BETWEEN_LOOKS != before {
            self.look_at_bounds()?;
        }
        Ok(())
    }

    #[cold]
    fn look_at_bounds(&mut self) -> PyResult<()> {
        self.check_heap(0)?;
        if self.items_taken.1 > self.options.nested_fuel_max {
            return Err(self.raise_halt(Halt::NestedLimit));
        }
        Ok(())
    }

    /// Counts bytes that are about to be used.
    ///
    /// # Errors
    ///
    /// `MemoryError` if they are too many.
    pub(crate) fn check_heap(&mut self, bytes: usize) -> PyResult<()> {
        if self.heap.size_bytes().saturating_add(bytes) > self.options.heap_bytes_max {
            return Err(self.raise(classes::MEMORY_ERROR, ""));
        }
        self.heap.count_bytes(bytes);
        Ok(())
    }

    /// The items of a built-in container, if its class has its layout's own way of iterating.
    pub(super) fn plain_items(&self, value: Value) -> Option<Vec<Value>> {
        let id = value.obj()?;
        if self.heap.type_ref(self.heap.class_of(id)).is_heap {
            return None;
        }
        match self.heap.get(id) {
            Object::List(items) => Some(items.clone()),
            Object::Tuple(items) => Some(items.to_vec()),
            Object::Dict(dict) => Some(dict.iter().map(|entry| entry.key).collect()),
            Object::Set(set) | Object::FrozenSet(set) => {
                Some(set.iter().map(|(_, key)| key).collect())
            }
            _ => None,
        }
    }

    /// `n` items of an iterable for an assignment; with a rest, at least `n`, and all items are
    /// given.
    ///
    /// # Errors
    ///
    /// `ValueError` if there are more or fewer; what iterating raises.
    pub fn unpack(&mut self, value: Value, n: usize, has_rest: bool) -> PyResult<Vec<Value>> {
        let class = self.heap.type_of(value);
        let items = match self.plain_items(value) {
            Some(items) => items,
            None => self.items_to_unpack(value, n, has_rest)?,
        };
        if items.len() < n {
            let (at_least, got) = (if has_rest { "at least " } else { "" }, items.len());
            return Err(self.value_error(format_args!(
                "not enough values to unpack (expected {at_least}{n}, got {got})"
            )));
        }
        if items.len() > n && !has_rest {
            let is_counted = [classes::LIST, classes::TUPLE, classes::DICT].contains(&class);
            let message = if is_counted {
                format!(
                    "too many values to unpack (expected {n}, got {})",
                    items.len()
                )
            } else {
                format!("too many values to unpack (expected {n})")
            };
            return Err(self.value_error(&message));
        }
        Ok(items)
    }

    /// All items of an iterable, or one more than wanted, to see whether there is one; the rest
    /// stays unread then.
    fn items_to_unpack(&mut self, value: Value, n: usize, has_rest: bool) -> PyResult<Vec<Value>> {
        let iter = match self.iter(value) {
            Ok(iter) => iter,
            Err(raised)
                if self.matches(&raised, classes::TYPE_ERROR)
                    && self.lookup_special(value, "__iter__").is_none()
                    && self.lookup_special(value, "__getitem__").is_none() =>
            {
                let name = self.type_name(value);
                return Err(
                    self.type_error(format_args!("cannot unpack non-iterable {name} object"))
                );
            }
            Err(raised) => return Err(raised),
        };
        if has_rest {
            return self.collect_rest(iter);
        }
        let mut items = Vec::with_capacity(n + 1);
        while items.len() <= n {
            match self.next(iter)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        Ok(items)
    }

    /// Whether `next()` works on a value.
    pub(crate) fn is_iterator(&mut self, value: Value) -> bool {
        match self.heap.object(value) {
            Some(Object::Iterator(_)) => true,
            Some(Object::Generator(_)) => self.heap.type_of(value) == classes::GENERATOR,
            _ => self
                .lookup_special(value, "__next__")
                .is_some_and(|method| !method.is_none()),
        }
    }
}

fn check_iterator(vm: &mut Vm, _: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Returned(value) | Input::Yielded(value) => {
            if vm.is_iterator(value) {
                return Ok(Flow::Return(value));
            }
            let name = vm.type_name(value);
            Err(vm.type_error(format_args!(
                "iter() returned non-iterator of type '{name}'"
            )))
        }
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}
