//! `hash()`.

use super::Vm;
use crate::hash;
use crate::native::PyResult;
use crate::object::{DictPart, ObjId, Object, Truth, Value, classes};

/// `hash(None)`, which is the same in every process.
const HASH_OF_NONE: i64 = 0xFCA8_6420;

impl Vm {
    /// `hash(value)`
    ///
    /// # Errors
    ///
    /// `TypeError` if it is unhashable; what `__hash__` raises.
    pub fn hash(&mut self, value: Value) -> PyResult<i64> {
        match value {
            Value::Int(int) => return Ok(hash::of_int(int)),
            Value::None => return Ok(HASH_OF_NONE),
            Value::Obj(id) => {
                let class = self.heap.class_of(id);
                if class == classes::STR {
                    return Ok(self.heap.str_hash(id));
                }
                let own = self.heap.type_ref(class).is_heap
                    || matches!(self.heap.get(id), Object::Foreign(_) | Object::Type(_));
                if own {
                    return self.hash_by_class(id, class);
                }
            }
            _ => {}
        }
        self.hash_of_layout(value)
    }

    /// What `id(value)` gives: a number like an address, the same as long as the object lives.
    pub fn identity(&self, value: Value) -> i64 {
        const BASE: i64 = 0x7F4B_5A00_0000;
        match value {
            Value::Obj(id) => BASE + i64::from(id.place()) * 48,
            Value::Int(int) => (BASE - 0x1_0000_0000).wrapping_add(int.wrapping_mul(32)),
            Value::Float(float) => BASE + (float.to_bits() >> 17).cast_signed() * 16,
            Value::None => 0x55_D0_9A_31_40_80,
            Value::Bool(Truth::False) => 0x55_D0_9A_31_30_A0,
            Value::Bool(Truth::True) => 0x55_D0_9A_31_30_C0,
            Value::Ellipsis => 0x55_D0_9A_31_41_C0,
            Value::NotImplemented | Value::Unbound => 0x55_D0_9A_31_40_90,
        }
    }

    /// The hash by identity, `object.__hash__`.
    pub(crate) fn identity_hash(&self, value: Value) -> i64 {
        self.identity(value).rotate_right(4)
    }

    fn hash_by_class(&mut self, id: ObjId, class: ObjId) -> PyResult<i64> {
        let value = Value::Obj(id);
        let name = self.heap.intern("__hash__");
        match self.lookup(class, name) {
            None => self.hash_of_layout(value),
            Some(Value::None) => Err(self.unhashable(value)),
            Some(method) if self.is_method_of(method, classes::OBJECT) => {
                Ok(self.identity_hash(value))
            }
            Some(_) => {
                let Some(flow) = self.special_flow(value, "__hash__", &[])? else {
                    return self.hash_of_layout(value);
                };
                match self.finish(flow)? {
                    Value::Int(int) => Ok(hash::not_minus_one(int)),
                    Value::Bool(b) => Ok(i64::from(b.get())),
                    other if self.heap.is_instance(other, classes::INT) => {
                        let big = self.to_bigint(other).unwrap_or_default();
                        match big.to_i64() {
                            Some(int) => Ok(hash::not_minus_one(int)),
                            None => Ok(self.hash_number(other).unwrap_or(0)),
                        }
                    }
                    _ => Err(self.type_error("__hash__ method should return an integer")),
                }
            }
        }
    }

    pub(crate) fn unhashable(&mut self, value: Value) -> crate::native::Raising {
        let name = self.type_name(value);
        self.type_error(format_args!("unhashable type: '{name}'"))
    }

    /// The hash by layout, whatever the class says.
    ///
    /// # Errors
    ///
    /// `TypeError` if it, or an item, is unhashable.
    pub(crate) fn hash_of_layout(&mut self, value: Value) -> PyResult<i64> {
        if let Value::Float(float) = value
            && float.get().is_nan()
        {
            return Ok(self.identity_hash(value));
        }
        if let Some(hash) = self.hash_number(value) {
            return Ok(hash);
        }
        let Some(object) = self.heap.object(value) else {
            return Ok(match value {
                Value::None => HASH_OF_NONE,
                _ => self.identity_hash(value),
            });
        };
        match object {
            Object::Str(string) => Ok(hash::of_str(&string.text)),
            Object::Bytes(bytes) => Ok(hash::of_bytes(bytes)),
            Object::Tuple(items) => {
                let items = items.clone();
                self.hash_of_items(&items)
            }
            Object::FrozenSet(set) => Ok(hash::of_frozenset(set.iter().map(|(hash, _)| hash))),
            Object::Slice(parts) => {
                let [start, stop, step] = **parts;
                let hashes = [self.hash(start)?, self.hash(stop)?, self.hash(step)?];
                Ok(hash::of_slice(hashes))
            }
            Object::Range(parts) => {
                let parts = **parts;
                let len = self.range_len_big(parts);
                let is_single = len == 1.into();
                let is_empty = len == 0.into();
                let len = self.new_int(len);
                let start = if is_empty { Value::None } else { parts[0] };
                let step = if is_empty || is_single {
                    Value::None
                } else {
                    parts[2]
                };
                self.hash_of_items(&[len, start, step])
            }
            Object::BoundMethod(method) => {
                let (function, receiver) = (method.function, method.receiver);
                let hash = self.identity_hash(receiver) ^ self.hash(function)?;
                Ok(hash::not_minus_one(hash))
            }
            Object::Complex(re, im) => {
                let (re, im) = (Value::float(*re), Value::float(*im));
                let re = self.hash_of_layout(re)?;
                let im = self.hash_of_layout(im)?;
                Ok(hash::not_minus_one(
                    re.wrapping_add(im.wrapping_mul(1_000_003)),
                ))
            }
            Object::WeakRef(reference) => match reference.hash {
                Some(hash) => Ok(hash),
                None if reference.target.is_unbound() => {
                    Err(self.type_error("weak object has gone away"))
                }
                None => {
                    let target = reference.target;
                    let found = self.hash(target)?;
                    // It is asked for again when the target is gone.
                    let id = value.obj().expect("references are objects");
                    if let Object::WeakRef(reference) = self.heap.get_mut(id) {
                        reference.hash = Some(found);
                    }
                    Ok(found)
                }
            },
            Object::List(_)
            | Object::Dict(_)
            | Object::Set(_)
            | Object::ByteArray(_)
            | Object::DictView {
                kind: DictPart::Keys | DictPart::Items,
                ..
            } => Err(self.unhashable(value)),
            Object::MappingProxy(mapping) => {
                let mapping = *mapping;
                self.hash(mapping)
            }
            _ => Ok(self.identity_hash(value)),
        }
    }

    fn hash_of_items(&mut self, items: &[Value]) -> PyResult<i64> {
        let mut hashes = Vec::with_capacity(items.len());
        self.guarded(" while hashing a tuple", |vm| {
            for &item in items {
                hashes.push(vm.hash(item)?);
            }
            Ok(())
        })?;
        Ok(hash::of_tuple(hashes.into_iter()))
    }

    /// The hash of a dict's key; an error says so.
    ///
    /// # Errors
    ///
    /// As `hash`.
    pub(crate) fn hash_key(&mut self, key: Value) -> PyResult<i64> {
        match self.hash(key) {
            Ok(hash) => Ok(hash),
            Err(raising) => Err(self.explain_unhashable(raising, key, "a dict key")),
        }
    }

    /// The hash of a set's member; an error says so.
    ///
    /// # Errors
    ///
    /// As `hash`.
    pub(crate) fn hash_member(&mut self, key: Value) -> PyResult<i64> {
        match self.hash(key) {
            Ok(hash) => Ok(hash),
            Err(raising) => Err(self.explain_unhashable(raising, key, "a set element")),
        }
    }

    fn explain_unhashable(
        &mut self,
        raising: crate::native::Raising,
        key: Value,
        role: &str,
    ) -> crate::native::Raising {
        let raised = self.caught(raising);
        let is_type_error = self.heap.class_of(raised.0) == classes::TYPE_ERROR;
        let reason = is_type_error.then(|| self.str_of(Value::Obj(raised.0)));
        let Some(Ok(reason)) = reason else {
            return self.raising(raised);
        };
        let name = self.type_name(key);
        self.type_error(format_args!("cannot use '{name}' as {role} ({reason})"))
    }
}
