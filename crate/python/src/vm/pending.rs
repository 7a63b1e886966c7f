//! The contract's functions that are not written yet: delete each here when the real one lands.
#![allow(missing_docs, unused_variables, clippy::all, clippy::pedantic)]

use std::rc::Rc;

use super::{Halt, Vm};
use crate::code::CompareOp;
use crate::native::{Flow, PyResult, Raised, Resume};
use crate::object::{Exception, ObjId, Value};

// D
impl Vm {
    pub fn address(&self, id: ObjId) -> String {
        unimplemented!()
    }
    pub fn traceback_of(&mut self, exception: ObjId) -> Value {
        unimplemented!()
    }
    pub fn match_exception_group(
        &mut self,
        exception: Value,
        types: Value,
    ) -> PyResult<(Value, Value)> {
        unimplemented!()
    }
    pub fn prepare_reraise_group(&mut self, exception: Value, raised: Value) -> PyResult {
        unimplemented!()
    }
    pub fn new_class(
        &mut self,
        metaclass: ObjId,
        name: &str,
        bases: &[Value],
        namespace: ObjId,
        keywords: &[(ObjId, Value)],
    ) -> PyResult<ObjId> {
        unimplemented!()
    }
    pub fn is_instance_of(&mut self, value: Value, classinfo: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn type_call_flow(
        &mut self,
        class: ObjId,
        args: Vec<Value>,
        keywords: Vec<(ObjId, Value)>,
    ) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn format_exception(&mut self, exception: ObjId) -> String {
        unimplemented!()
    }
}
// B
impl Vm {}
// C
impl Vm {
    pub fn repr(&mut self, value: Value) -> PyResult<Rc<str>> {
        unimplemented!()
    }
    pub fn str_of(&mut self, value: Value) -> PyResult<Rc<str>> {
        unimplemented!()
    }
    pub fn ascii_of(&mut self, value: Value) -> PyResult<Rc<str>> {
        unimplemented!()
    }
    pub fn equal(&mut self, a: Value, b: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn less(&mut self, a: Value, b: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn compare_flow(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn compare(&mut self, op: CompareOp, a: Value, b: Value) -> PyResult {
        unimplemented!()
    }
    pub fn hash(&mut self, value: Value) -> PyResult<i64> {
        unimplemented!()
    }
    pub fn is_true(&mut self, value: Value) -> PyResult<bool> {
        unimplemented!()
    }
    /// `Flow::Return(Bool)`, or a call of `__bool__`/`__len__`.
    pub fn truth_flow(&mut self, value: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    /// Checks what `__bool__` or `__len__` returned.
    pub fn truth_of_result(&mut self, value: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn length(&mut self, value: Value) -> PyResult<usize> {
        unimplemented!()
    }
    pub fn iter_flow(&mut self, value: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn iter(&mut self, value: Value) -> PyResult {
        unimplemented!()
    }
    pub fn next(&mut self, iter: Value) -> PyResult<Option<Value>> {
        unimplemented!()
    }
    /// One step of an `Object::Iterator`.
    pub fn iter_next_native(&mut self, iter: ObjId) -> PyResult<Option<Value>> {
        unimplemented!()
    }
    pub fn collect(&mut self, value: Value) -> PyResult<Vec<Value>> {
        unimplemented!()
    }
    pub fn get_item_flow(&mut self, obj: Value, key: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn get_item(&mut self, obj: Value, key: Value) -> PyResult {
        unimplemented!()
    }
    pub fn set_item_flow(&mut self, obj: Value, key: Value, value: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn set_item(&mut self, obj: Value, key: Value, value: Value) -> PyResult<()> {
        unimplemented!()
    }
    pub fn delete_item_flow(&mut self, obj: Value, key: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn delete_item(&mut self, obj: Value, key: Value) -> PyResult<()> {
        unimplemented!()
    }
    /// `item in container` as a flow whose result's truth is meant.
    pub fn contains_flow(&mut self, container: Value, item: Value) -> PyResult<Flow> {
        unimplemented!()
    }
    pub fn contains(&mut self, container: Value, item: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn dict_get(&mut self, dict: ObjId, key: Value) -> PyResult<Option<Value>> {
        unimplemented!()
    }
    pub fn dict_set(&mut self, dict: ObjId, key: Value, value: Value) -> PyResult<()> {
        unimplemented!()
    }
    pub fn dict_remove(&mut self, dict: ObjId, key: Value) -> PyResult<Option<Value>> {
        unimplemented!()
    }
    /// `dict.update(mapping or iterable of pairs)`
    pub fn dict_update(&mut self, dict: ObjId, from: Value) -> PyResult<()> {
        unimplemented!()
    }
    pub fn set_contains(&mut self, set: ObjId, key: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn set_add(&mut self, set: ObjId, key: Value) -> PyResult<bool> {
        unimplemented!()
    }
    pub fn constant_set(&mut self, items: &[Value]) -> Value {
        unimplemented!()
    }
    /// `n` items of an iterable for an assignment; with `rest`, at least `n` (before + after), all items returned.
    pub fn unpack(&mut self, value: Value, n: usize, has_rest: bool) -> PyResult<Vec<Value>> {
        unimplemented!()
    }
    /// Start, stop, step of a slice for a length, clamped.
    pub fn slice_indices(&mut self, slice: Value, len: usize) -> PyResult<(i64, i64, i64)> {
        unimplemented!()
    }
}
