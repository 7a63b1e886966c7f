//! Subscription: `obj[key]`, its assignment and deletion, and `in`.

use std::rc::Rc;

use super::Vm;
use super::slicing::slice_of;
use super::then::Context;
use crate::native::{Flow, Input, PyResult};
use crate::object::{DictPart, ObjId, Object, Value, classes};

impl Vm {
    /// `obj[key]`
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`; what `__getitem__` raises.
    pub fn get_item(&mut self, obj: Value, key: Value) -> PyResult {
        match self.get_item_flow(obj, key)? {
            Flow::Return(value) => Ok(value),
            flow => self.finish(flow),
        }
    }

    /// `obj[key]` as a flow.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`; what `__getitem__` raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn get_item_flow(&mut self, obj: Value, key: Value) -> PyResult<Flow> {
        if let Value::Obj(id) = obj {
            let class = self.heap.class_of(id);
            if let (Object::List(items), Value::Int(index)) = (self.heap.get(id), key)
                && class == classes::LIST
                && let Some(&item) = usize::try_from(index).ok().and_then(|i| items.get(i))
            {
                return Ok(Flow::Return(item));
            }
            if !self.heap.type_ref(class).is_heap
                && let Some(flow) = self.item_of_layout(id, key)?
            {
                return Ok(flow);
            }
            if let Some(flow) = self.special_flow(obj, "__getitem__", &[key])? {
                return Ok(flow);
            }
            if let Some(flow) = self.item_of_layout(id, key)? {
                return Ok(flow);
            }
            if let Object::Type(_) = self.heap.get(id) {
                return self.class_item_flow(obj, key);
            }
        }
        let name = self.type_name(obj);
        Err(self.type_error(format_args!("'{name}' object is not subscriptable")))
    }

    fn class_item_flow(&mut self, class: Value, key: Value) -> PyResult<Flow> {
        if class.is(Value::Obj(classes::TYPE)) {
            return Ok(Flow::Return(self.new_generic_alias(class, key)?));
        }
        let name = self.heap.intern("__class_getitem__");
        if let Some(method) = self.find_attr(class, name)? {
            return Ok(Flow::Call {
                callee: method,
                args: vec![key],
            });
        }
        let name = match self.heap.object(class) {
            Some(Object::Type(class)) => Rc::clone(&class.name),
            _ => "type".into(),
        };
        Err(self.type_error(format_args!("type '{name}' is not subscriptable")))
    }

    /// `obj[key]` by the layout of `obj`, whatever its class says; `None` for layouts without
    /// items.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`.
    pub(crate) fn item_of_layout(&mut self, id: ObjId, key: Value) -> PyResult<Option<Flow>> {
        let is_slice = matches!(self.heap.object(key), Some(Object::Slice(_)));
        let value = match self.heap.get(id) {
            Object::Dict(_) => return self.dict_item_flow(id, key).map(Some),
            Object::List(items) => {
                let len = items.len();
                if is_slice {
                    let indices = self.slice_indices(key, len)?;
                    let Object::List(items) = self.heap.get(id) else {
                        unreachable!("layouts never change")
                    };
                    let items = slice_of(items, indices);
                    self.heap.new_list(items)
                } else {
                    let bad =
                        |name: &str| format!("list indices must be integers or slices, not {name}");
                    let index = self.sequence_index(key, len, &bad)?;
                    match (self.heap.get(id), index) {
                        (Object::List(items), Some(index)) if index < items.len() => items[index],
                        _ => return Err(self.index_error("list index out of range")),
                    }
                }
            }
            Object::Tuple(items) => {
                let items = Rc::clone(items);
                if is_slice {
                    let indices = self.slice_indices(key, items.len())?;
                    self.heap.new_tuple(&slice_of(&items, indices))
                } else {
                    let bad = |name: &str| {
                        format!("tuple indices must be integers or slices, not {name}")
                    };
                    match self.sequence_index(key, items.len(), &bad)? {
                        Some(index) => items[index],
                        None => return Err(self.index_error("tuple index out of range")),
                    }
                }
            }
            Object::Str(_) => self.char_of_layout(id, key, is_slice)?,
            Object::Bytes(_) | Object::ByteArray(_) => self.byte_of_layout(id, key, is_slice)?,
            Object::Range(parts) => {
                let parts = **parts;
                if is_slice {
                    self.range_slice(parts, key)?
                } else {
                    self.range_item(parts, key)?
                }
            }
            Object::MappingProxy(mapping) => {
                let mapping = *mapping;
                return self.get_item_flow(mapping, key).map(Some);
            }
            _ => return Ok(None),
        };
        Ok(Some(Flow::Return(value)))
    }

    fn char_of_layout(&mut self, id: ObjId, key: Value, is_slice: bool) -> PyResult {
        let Object::Str(string) = self.heap.get(id) else {
            unreachable!("the caller has seen the layout")
        };
        let string = string.clone();
        let n_chars = string.n_chars as usize;
        if is_slice {
            let indices = self.slice_indices(key, n_chars)?;
            let text: String = if string.is_ascii() {
                let bytes = slice_of(string.text.as_bytes(), indices);
                String::from_utf8(bytes).expect("parts of ASCII are ASCII")
            } else {
                let chars: Vec<char> = string.text.chars().collect();
                slice_of(&chars, indices).into_iter().collect()
            };
            return Ok(self.heap.new_str(&text));
        }
        let bad = |name: &str| format!("string indices must be integers, not '{name}'");
        match self.sequence_index(key, n_chars, &bad)? {
            Some(index) if string.is_ascii() => Ok(self.heap.new_str(&string.text[index..=index])),
            Some(index) => {
                let char = string.text.chars().nth(index).expect("within the length");
                Ok(self.heap.new_str(char.encode_utf8(&mut [0; 4])))
            }
            None => Err(self.index_error("string index out of range")),
        }
    }

    fn byte_of_layout(&mut self, id: ObjId, key: Value, is_slice: bool) -> PyResult {
        let (bytes, is_array): (Rc<[u8]>, bool) = match self.heap.get(id) {
            Object::Bytes(bytes) => (Rc::clone(bytes), false),
            Object::ByteArray(bytes) => (bytes.as_slice().into(), true),
            _ => unreachable!("the caller has seen the layout"),
        };
        if is_slice {
            let indices = self.slice_indices(key, bytes.len())?;
            let part = slice_of(&bytes, indices);
            return Ok(Value::Obj(if is_array {
                self.heap.alloc(classes::BYTEARRAY, Object::ByteArray(part))
            } else {
                self.heap.alloc(classes::BYTES, Object::Bytes(part.into()))
            }));
        }
        let noun = if is_array { "bytearray" } else { "byte" };
        let bad = |name: &str| format!("{noun} indices must be integers or slices, not {name}");
        match self.sequence_index(key, bytes.len(), &bad)? {
            Some(index) => Ok(Value::Int(i64::from(bytes[index]))),
            None if is_array => Err(self.index_error("bytearray index out of range")),
            None => Err(self.index_error("index out of range")),
        }
    }

    /// `obj[key] = value`
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`; what `__setitem__` raises.
    pub fn set_item(&mut self, obj: Value, key: Value, value: Value) -> PyResult<()> {
        match self.set_item_flow(obj, key, value)? {
            Flow::Return(_) => Ok(()),
            flow => self.finish(flow).map(drop),
        }
    }

    /// `obj[key] = value` as a flow whose result is dropped.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`; what `__setitem__` raises.
    pub fn set_item_flow(&mut self, obj: Value, key: Value, value: Value) -> PyResult<Flow> {
        if let Value::Obj(id) = obj {
            let class = self.heap.class_of(id);
            if !self.heap.type_ref(class).is_heap && self.set_item_of_layout(id, key, value)? {
                return Ok(Flow::Return(Value::None));
            }
            if let Some(flow) = self.special_flow(obj, "__setitem__", &[key, value])? {
                return Ok(flow);
            }
            if self.set_item_of_layout(id, key, value)? {
                return Ok(Flow::Return(Value::None));
            }
            self.check_item_change(obj, "__delitem__", "__setitem__")?;
            if self.heap.type_ref(class).is_heap && self.is_index(key) {
                self.item_index(key)?;
            }
        }
        let name = self.type_name(obj);
        Err(self.type_error(format_args!(
            "'{name}' object does not support item assignment"
        )))
    }

    /// `obj[key] = value` by layout; whether the layout has items to assign.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `ValueError`.
    pub(crate) fn set_item_of_layout(
        &mut self,
        id: ObjId,
        key: Value,
        value: Value,
    ) -> PyResult<bool> {
        match self.heap.get(id) {
            Object::Dict(_) => self.dict_set(id, key, value)?,
            Object::List(items) => {
                let len = items.len();
                if matches!(self.heap.object(key), Some(Object::Slice(_))) {
                    self.list_assign_slice(id, key, value)?;
                    return Ok(true);
                }
                let bad =
                    |name: &str| format!("list indices must be integers or slices, not {name}");
                let index = self.sequence_index(key, len, &bad)?;
                match (self.heap.get_mut(id), index) {
                    (Object::List(items), Some(index)) if index < items.len() => {
                        items[index] = value;
                    }
                    _ => return Err(self.index_error("list assignment index out of range")),
                }
            }
            Object::ByteArray(bytes) => {
                let len = bytes.len();
                if matches!(self.heap.object(key), Some(Object::Slice(_))) {
                    self.bytearray_assign_slice(id, key, value)?;
                    return Ok(true);
                }
                let bad = |name: &str| {
                    format!("bytearray indices must be integers or slices, not {name}")
                };
                let index = self.sequence_index(key, len, &bad)?;
                let byte = self.to_index_clamped(value)?;
                let Ok(byte) = u8::try_from(byte) else {
                    return Err(self.value_error("byte must be in range(0, 256)"));
                };
                match (self.heap.get_mut(id), index) {
                    (Object::ByteArray(bytes), Some(index)) => bytes[index] = byte,
                    _ => return Err(self.index_error("bytearray index out of range")),
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `del obj[key]`
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`; what `__delitem__` raises.
    pub fn delete_item(&mut self, obj: Value, key: Value) -> PyResult<()> {
        match self.delete_item_flow(obj, key)? {
            Flow::Return(_) => Ok(()),
            flow => self.finish(flow).map(drop),
        }
    }

    /// `del obj[key]` as a flow whose result is dropped.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`; what `__delitem__` raises.
    pub fn delete_item_flow(&mut self, obj: Value, key: Value) -> PyResult<Flow> {
        if let Value::Obj(id) = obj {
            let class = self.heap.class_of(id);
            if !self.heap.type_ref(class).is_heap && self.delete_item_of_layout(id, key)? {
                return Ok(Flow::Return(Value::None));
            }
            if let Some(flow) = self.special_flow(obj, "__delitem__", &[key])? {
                return Ok(flow);
            }
            if self.delete_item_of_layout(id, key)? {
                return Ok(Flow::Return(Value::None));
            }
            self.check_item_change(obj, "__setitem__", "__delitem__")?;
        }
        let name = self.type_name(obj);
        // Like CPython, which asks what could be a sequence in other words.
        let is_sequence = self.lookup_special(obj, "__len__").is_some()
            || self.heap.type_ref(self.heap.type_of(obj)).is_heap;
        let does_not = if is_sequence && self.is_index(key) {
            self.item_index(key)?;
            "doesn't"
        } else {
            "does not"
        };
        Err(self.type_error(format_args!(
            "'{name}' object {does_not} support item deletion"
        )))
    }

    /// A class that can change items in one way lacks the other as an attribute.
    fn check_item_change(&mut self, obj: Value, has: &str, lacks: &str) -> PyResult<()> {
        if self.lookup_special(obj, has).is_some() {
            return Err(self.raise(classes::ATTRIBUTE_ERROR, lacks));
        }
        Ok(())
    }

    /// `del obj[key]` by layout; whether the layout has items to delete.
    ///
    /// # Errors
    ///
    /// `TypeError`, `IndexError`, `KeyError`.
    pub(crate) fn delete_item_of_layout(&mut self, id: ObjId, key: Value) -> PyResult<bool> {
        match self.heap.get(id) {
            Object::Dict(_) => {
                if self.dict_remove(id, key)?.is_none() {
                    return Err(self.key_error(key));
                }
            }
            Object::List(items) => {
                let len = items.len();
                if matches!(self.heap.object(key), Some(Object::Slice(_))) {
                    self.list_delete_slice(id, key)?;
                    return Ok(true);
                }
                let bad =
                    |name: &str| format!("list indices must be integers or slices, not {name}");
                let index = self.sequence_index(key, len, &bad)?;
                match (self.heap.get_mut(id), index) {
                    (Object::List(items), Some(index)) if index < items.len() => {
                        items.remove(index);
                    }
                    _ => return Err(self.index_error("list assignment index out of range")),
                }
            }
            Object::ByteArray(bytes) => {
                let len = bytes.len();
                if matches!(self.heap.object(key), Some(Object::Slice(_))) {
                    let empty = Value::Obj(
                        self.heap
                            .alloc(classes::BYTES, Object::Bytes(Rc::default())),
                    );
                    self.bytearray_assign_slice(id, key, empty)?;
                    return Ok(true);
                }
                let bad = |name: &str| {
                    format!("bytearray indices must be integers or slices, not {name}")
                };
                let index = self.sequence_index(key, len, &bad)?;
                match (self.heap.get_mut(id), index) {
                    (Object::ByteArray(bytes), Some(index)) => {
                        bytes.remove(index);
                    }
                    _ => return Err(self.index_error("bytearray index out of range")),
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `item in container`
    ///
    /// # Errors
    ///
    /// `TypeError` if it is no container; what `__contains__`, iterating or comparing raises.
    pub fn contains(&mut self, container: Value, item: Value) -> PyResult<bool> {
        let flow = self.contains_flow(container, item)?;
        let result = self.finish(flow)?;
        self.truth_of_result(result)
    }

    /// `item in container` as a flow whose result's truth is meant.
    ///
    /// # Errors
    ///
    /// `TypeError` if it is no container; what `__contains__`, iterating or comparing raises.
    pub fn contains_flow(&mut self, container: Value, item: Value) -> PyResult<Flow> {
        if let Value::Obj(id) = container {
            let class = self.heap.class_of(id);
            if !self.heap.type_ref(class).is_heap
                && let Some(found) = self.contains_of_layout(id, item)?
            {
                return Ok(Flow::Return(Value::bool(found)));
            }
            match self.lookup_special(container, "__contains__") {
                Some(Value::None) => {
                    let name = self.type_name(container);
                    return Err(self.type_error(format_args!("'{name}' object is not a container")));
                }
                Some(_) => {
                    if let Some(flow) = self.special_flow(container, "__contains__", &[item])? {
                        return self.then(Ok(flow), [container; 3], contains_truth);
                    }
                }
                None => {
                    if let Some(found) = self.contains_of_layout(id, item)? {
                        return Ok(Flow::Return(Value::bool(found)));
                    }
                }
            }
        }
        let iter = match self.iter(container) {
            Ok(iter) => iter,
            Err(raised) if self.matches(&raised, classes::TYPE_ERROR) => {
                let name = self.type_name(container);
                return Err(self.type_error(format_args!(
                    "argument of type '{name}' is not a container or iterable"
                )));
            }
            Err(raised) => return Err(raised),
        };
        while let Some(candidate) = self.next(iter)? {
            if self.equal(candidate, item)? {
                return Ok(Flow::Return(Value::bool(true)));
            }
        }
        Ok(Flow::Return(Value::bool(false)))
    }

    /// Whether a class says that its instances can be iterated.
    pub(crate) fn is_iterable(&mut self, value: Value) -> bool {
        match self.lookup_special(value, "__iter__") {
            Some(method) => !method.is_none(),
            None => {
                self.lookup_special(value, "__getitem__").is_some()
                    || matches!(
                        self.heap.object(value),
                        Some(Object::Iterator(_) | Object::Generator(_))
                    )
            }
        }
    }

    /// `item in container` by layout; `None` for layouts that are searched by iterating.
    ///
    /// # Errors
    ///
    /// `TypeError`; what comparing raises.
    pub(crate) fn contains_of_layout(&mut self, id: ObjId, item: Value) -> PyResult<Option<bool>> {
        let found = match self.heap.get(id) {
            Object::List(_) | Object::Tuple(_) => {
                self.find_item(id, item, 0, usize::MAX)?.is_some()
            }
            Object::Dict(_) => self.dict_get(id, item)?.is_some(),
            Object::Set(_) | Object::FrozenSet(_) => self.set_contains_any(id, item)?,
            Object::Str(string) => {
                let text = Rc::clone(&string.text);
                let Some(part) = self.heap.str(item) else {
                    let name = self.type_name(item);
                    return Err(self.type_error(format_args!(
                        "'in <string>' requires string as left operand, not {name}"
                    )));
                };
                loopscope_fast::contains(&text, &part.text)
            }
            Object::Bytes(_) | Object::ByteArray(_) => self.bytes_contain(id, item)?,
            Object::Range(parts) => {
                let parts = **parts;
                self.range_contains(parts, item)?
            }
            Object::DictView { dict, kind } => {
                let (dict, kind) = (*dict, *kind);
                match kind {
                    DictPart::Keys => self.dict_get(dict, item)?.is_some(),
                    DictPart::Items => self.dict_has_item(dict, item)?,
                    DictPart::Values => return Ok(None),
                }
            }
            Object::MappingProxy(mapping) => {
                let mapping = *mapping;
                self.contains(mapping, item)?
            }
            _ => return Ok(None),
        };
        Ok(Some(found))
    }

    /// The place of an item in a list or tuple between two indices; comparisons may change a list
    /// meanwhile.
    pub(crate) fn find_item(
        &mut self,
        id: ObjId,
        item: Value,
        start: usize,
        stop: usize,
    ) -> PyResult<Option<usize>> {
        let mut index = start;
        loop {
            let candidate = match self.heap.get(id) {
                Object::List(items) => items.get(index).copied(),
                Object::Tuple(items) => items.get(index).copied(),
                _ => None,
            };
            let Some(candidate) = candidate.filter(|_| index < stop) else {
                return Ok(None);
            };
            if self.equal(candidate, item)? {
                return Ok(Some(index));
            }
            index += 1;
        }
    }

    /// `item in set`, where a set is looked for as if it were frozen.
    pub(crate) fn set_contains_any(&mut self, set: ObjId, item: Value) -> PyResult<bool> {
        if let Some(Object::Set(table)) = self.heap.object(item) {
            let hash = crate::hash::of_frozenset(table.iter().map(|(hash, _)| hash));
            return Ok(self.set_find(set, hash, item)?.is_some());
        }
        self.set_contains(set, item)
    }

    fn dict_has_item(&mut self, dict: ObjId, item: Value) -> PyResult<bool> {
        let Some(Object::Tuple(pair)) = self.heap.object(item) else {
            return Ok(false);
        };
        let [key, value] = pair[..] else {
            return Ok(false);
        };
        match self.dict_get(dict, key)? {
            Some(found) => self.equal(found, value),
            None => Ok(false),
        }
    }

    fn bytes_contain(&mut self, id: ObjId, item: Value) -> PyResult<bool> {
        let bytes_of = |object: Option<&Object>| -> Option<Vec<u8>> {
            match object? {
                Object::Bytes(bytes) => Some(bytes.to_vec()),
                Object::ByteArray(bytes) => Some(bytes.clone()),
                _ => None,
            }
        };
        let bytes = bytes_of(Some(self.heap.get(id))).unwrap_or_default();
        if let Some(part) = bytes_of(self.heap.object(item)) {
            return Ok(part.is_empty() || bytes.windows(part.len()).any(|window| window == part));
        }
        if !self.heap.is_instance(item, classes::INT)
            && self.lookup_special(item, "__index__").is_none()
        {
            let name = self.type_name(item);
            return Err(self.type_error(format_args!(
                "a bytes-like object is required, not '{name}'"
            )));
        }
        match u8::try_from(self.to_index_clamped(item)?) {
            Ok(byte) => Ok(bytes.contains(&byte)),
            Err(_) => Err(self.value_error("byte must be in range(0, 256)")),
        }
    }
}

fn contains_truth(vm: &mut Vm, _: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Returned(value) | Input::Yielded(value) => vm.truth_flow(value),
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}
