//! `bytes` and `bytearray`: text, `+`, `*` and items.

use std::fmt::Write;

use crate::native::PyResult;
use crate::object::{ObjId, Object, Value, classes};
use crate::vm::Vm;

/// The `repr` of bytes.
pub(crate) fn repr_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            _ => write!(out, "\\x{byte:02x}").expect("strings take everything"),
        }
    }
    out.push(quote);
    out
}

impl Vm {
    /// The bytes of a bytes-like object.
    pub(crate) fn bytes_of(&self, value: Value) -> Option<&[u8]> {
        match self.heap.object(value) {
            Some(Object::Bytes(bytes)) => Some(bytes),
            Some(Object::ByteArray(bytes)) => Some(bytes),
            Some(Object::Instance(_)) => self.viewed_bytes(value.obj()?),
            _ => None,
        }
    }

    /// What a `memoryview` (py/_memoryview.py) lends: a part of an object, from a place to another.
    fn viewed_bytes(&self, view: ObjId) -> Option<&[u8]> {
        let name = self.heap.find_interned("_viewed")?;
        let lent = self.heap.object(self.heap.own_attribute(view, name)?);
        let Some(Object::Tuple(lent)) = lent else {
            return None;
        };
        let &[object, Value::Int(start), Value::Int(end)] = &**lent else {
            return None;
        };
        let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
        self.bytes_of(object)?.get(range)
    }

    /// Makes a `bytes`.
    pub(crate) fn new_bytes(&mut self, bytes: &[u8]) -> Value {
        let object = Object::Bytes(bytes.into());
        Value::Obj(self.heap.alloc(classes::BYTES, object))
    }

    /// Makes a `bytes` or `bytearray`, of the kind that the class belongs to.
    pub(crate) fn new_bytes_like(&mut self, class: ObjId, bytes: Vec<u8>) -> Value {
        if self.heap.is_subclass(class, classes::BYTEARRAY) {
            return Value::Obj(self.heap.alloc(class, Object::ByteArray(bytes)));
        }
        Value::Obj(self.heap.alloc(class, Object::Bytes(bytes.into())))
    }

    /// The built-in class whose kind a bytes-like value is of.
    pub(crate) fn bytes_class(&self, value: Value) -> ObjId {
        match self.heap.object(value) {
            Some(Object::ByteArray(_)) => classes::BYTEARRAY,
            _ => classes::BYTES,
        }
    }

    /// The bytes of an iterable of integers or of a bytes-like object.
    ///
    /// # Errors
    ///
    /// `TypeError`, `ValueError`; what iterating raises.
    pub(crate) fn bytes_from(&mut self, value: Value, class: ObjId) -> PyResult<Vec<u8>> {
        if let Some(bytes) = self.bytes_of(value) {
            return Ok(bytes.to_vec());
        }
        let is_array = self.heap.is_subclass(class, classes::BYTEARRAY);
        let items = if is_array {
            self.collect(value)?
        } else {
            self.collect_sized(value)?
        };
        let mut bytes = Vec::with_capacity(items.len());
        for item in items {
            let Ok(byte) = u8::try_from(self.to_index_clamped(item)?) else {
                return Err(self.value_error(if is_array {
                    "byte must be in range(0, 256)"
                } else {
                    "bytes must be in range(0, 256)"
                }));
            };
            bytes.push(byte);
        }
        Ok(bytes)
    }

    /// `a + b` or `a += b` with bytes on the left.
    ///
    /// # Errors
    ///
    /// `TypeError` if the right side is not bytes-like.
    pub(crate) fn bytes_concat(&mut self, a: Value, b: Value, in_place: bool) -> PyResult {
        let Some(right) = self.bytes_of(b).map(<[u8]>::to_vec) else {
            let (left, right) = (self.type_name(a), self.type_name(b));
            return Err(self.type_error(format_args!("can't concat {right} to {left}")));
        };
        if in_place
            && let Some(id) = a.obj()
            && let Object::ByteArray(bytes) = self.heap.get_mut(id)
        {
            bytes.extend_from_slice(&right);
            self.heap.count_bytes(right.len());
            return Ok(a);
        }
        let mut bytes = self.bytes_of(a).unwrap_or_default().to_vec();
        bytes.extend_from_slice(&right);
        self.check_room(Some(bytes.len()))?;
        Ok(self.new_bytes_like(self.bytes_class(a), bytes))
    }

    /// `bytes * count`
    ///
    /// # Errors
    ///
    /// As `repeat_count`; `MemoryError`.
    pub(crate) fn bytes_repeat(&mut self, value: Value, count: Value, in_place: bool) -> PyResult {
        let count = self.repeat_count(count)?;
        let bytes = self.bytes_of(value).unwrap_or_default();
        if is_too_long(bytes.len(), count)
            && matches!(self.heap.object(value), Some(Object::Bytes(_)))
        {
            return Err(self.overflow_error("repeated bytes are too long"));
        }
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let len = self
            .bytes_of(value)
            .unwrap_or_default()
            .len()
            .checked_mul(count);
        self.check_room(len)?;
        let repeated = self.bytes_of(value).unwrap_or_default().repeat(count);
        if in_place
            && let Some(id) = value.obj()
            && let Object::ByteArray(bytes) = self.heap.get_mut(id)
        {
            *bytes = repeated;
            return Ok(value);
        }
        Ok(self.new_bytes_like(self.bytes_class(value), repeated))
    }
}

/// Whether so many repetitions would be longer than any object of CPython.
pub(crate) fn is_too_long(len: usize, count: u64) -> bool {
    i64::try_from(len as u128 * u128::from(count)).is_err()
}

#[cfg(test)]
mod tests {
    use super::repr_bytes;

    #[test]
    fn bytes_are_shown_as_by_cpython() {
        assert_eq!(repr_bytes(b"a'\n\xff\\"), "b\"a'\\n\\xff\\\\\"");
        assert_eq!(repr_bytes(b"'\""), "b'\\'\"'");
    }
}
