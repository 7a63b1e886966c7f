//! Truth and length.

use super::Vm;
use super::then::Context;
use crate::native::{Flow, Input, PyResult};
use crate::object::{Object, Value, classes};

impl Vm {
    /// `bool(value)`
    ///
    /// # Errors
    ///
    /// What `__bool__` or `__len__` raises.
    pub fn is_true(&mut self, value: Value) -> PyResult<bool> {
        if let Some(truth) = self.quick_truth(value) {
            return Ok(truth);
        }
        let flow = self.truth_flow(value)?;
        let result = self.finish(flow)?;
        self.truth_of_result(result)
    }

    /// `bool(value)` as a flow that ends with a `bool`.
    ///
    /// # Errors
    ///
    /// What `__bool__` or `__len__` raises.
    #[cfg_attr(engine, optimize(speed))]
    pub fn truth_flow(&mut self, value: Value) -> PyResult<Flow> {
        if let Some(truth) = self.quick_truth(value) {
            return Ok(Flow::Return(Value::bool(truth)));
        }
        if matches!(value, Value::NotImplemented) {
            let message = "NotImplemented should not be used in a boolean context";
            return Err(self.type_error(message));
        }
        if let Some(flow) = self.special_flow(value, "__bool__", &[])? {
            return self.then(Ok(flow), [value; 3], check_bool);
        }
        if let Some(flow) = self.special_flow(value, "__len__", &[])? {
            return self.then(Ok(flow), [value; 3], check_length_truth);
        }
        let truth = self.len_of_layout(value) != Some(0);
        Ok(Flow::Return(Value::bool(truth)))
    }

    /// The truth of what a truth flow ended with.
    ///
    /// # Errors
    ///
    /// What `__bool__` of the result raises.
    pub fn truth_of_result(&mut self, value: Value) -> PyResult<bool> {
        match value {
            Value::Bool(truth) => Ok(truth.get()),
            other => self.is_true(other),
        }
    }

    /// The truth of a value whose class is a built-in one.
    pub(crate) fn quick_truth(&self, value: Value) -> Option<bool> {
        match value {
            Value::Bool(truth) => Some(truth.get()),
            Value::None => Some(false),
            Value::Int(int) => Some(int != 0),
            Value::Float(float) => Some(float.get() != 0.0),
            Value::Ellipsis => Some(true),
            Value::NotImplemented | Value::Unbound => None,
            Value::Obj(id) => match self.heap.get(id) {
                _ if self.heap.type_ref(self.heap.class_of(id)).is_heap => None,
                Object::Str(string) => Some(!string.text.is_empty()),
                Object::BigInt(_) => Some(true),
                Object::Complex(re, im) => Some(*re != 0.0 || *im != 0.0),
                Object::Instance(_) | Object::Foreign(_) | Object::Type(_) => None,
                Object::Number(number) => self.quick_truth(*number),
                _ => Some(self.len_of_layout(value) != Some(0)),
            },
        }
    }

    /// `len(value)`
    ///
    /// # Errors
    ///
    /// `TypeError` if it has none; what `__len__` raises.
    pub fn length(&mut self, value: Value) -> PyResult<usize> {
        let flow = self.length_flow(value)?;
        match self.finish(flow)? {
            Value::Int(length) => Ok(usize::try_from(length).unwrap_or(0)),
            _ => Ok(0),
        }
    }

    /// `len(value)` as a flow that ends with an `int`.
    ///
    /// # Errors
    ///
    /// `TypeError` if it has none; what `__len__` raises.
    pub fn length_flow(&mut self, value: Value) -> PyResult<Flow> {
        let class = self.heap.type_of(value);
        if !self.heap.type_ref(class).is_heap
            && let Some(length) = self.len_of_layout(value)
        {
            return Ok(Flow::Return(int_of_len(length)));
        }
        if let Some(Object::Range(parts)) = self.heap.object(value) {
            let parts = **parts;
            let length = self.range_len_big(parts);
            if length.bits() > 63 {
                return Err(self.overflow_error("Python int too large to convert to C ssize_t"));
            }
            return Ok(Flow::Return(self.new_int(length)));
        }
        if let Some(flow) = self.special_flow(value, "__len__", &[])? {
            return self.then(Ok(flow), [value; 3], check_length);
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!("object of type '{name}' has no len()")))
    }

    /// The number of items of a built-in container, whatever its class says.
    pub(crate) fn len_of_layout(&self, value: Value) -> Option<usize> {
        match self.heap.object(value)? {
            Object::List(items) => Some(items.len()),
            Object::Tuple(items) => Some(items.len()),
            Object::Str(string) => Some(string.n_chars as usize),
            Object::Bytes(bytes) => Some(bytes.len()),
            Object::ByteArray(bytes) => Some(bytes.len()),
            Object::Dict(dict) => Some(dict.len()),
            Object::Set(set) | Object::FrozenSet(set) => Some(set.len()),
            Object::DictView { dict, .. } => Some(self.heap.dict(*dict).len()),
            Object::Range(parts) => crate::builtins::range::small_len(parts),
            Object::MappingProxy(mapping) => self.len_of_layout(*mapping),
            _ => None,
        }
    }
}

/// A length as a value.
pub(crate) fn int_of_len(length: usize) -> Value {
    Value::Int(i64::try_from(length).unwrap_or(i64::MAX))
}

fn check_bool(vm: &mut Vm, _: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Returned(truth @ Value::Bool(_)) => Ok(Flow::Return(truth)),
        Input::Returned(value) | Input::Yielded(value) => {
            let name = vm.type_name(value);
            Err(vm.type_error(format_args!("__bool__ should return bool, returned {name}")))
        }
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

fn check_length(vm: &mut Vm, _: Context, outcome: Input) -> PyResult<Flow> {
    match outcome {
        Input::Raised(raised) => Err(vm.raising(raised)),
        Input::Returned(value) | Input::Yielded(value) => {
            if !matches!(value, Value::Int(_) | Value::Bool(_))
                && !vm.heap.is_instance(value, classes::INT)
                && vm.lookup_special(value, "__index__").is_none()
            {
                let name = vm.type_name(value);
                return Err(vm.type_error(format_args!(
                    "'{name}' object cannot be interpreted as an integer"
                )));
            }
            if vm.index_of(value)?.is_negative_int() {
                return Err(vm.value_error("__len__() should return >= 0"));
            }
            let length = vm.to_length(value)?;
            Ok(Flow::Return(Value::Int(length)))
        }
        Input::Start | Input::Again => unreachable!("a continuation gets an outcome"),
    }
}

fn check_length_truth(vm: &mut Vm, context: Context, outcome: Input) -> PyResult<Flow> {
    match check_length(vm, context, outcome)? {
        Flow::Return(Value::Int(length)) => Ok(Flow::Return(Value::bool(length != 0))),
        other => Ok(other),
    }
}
