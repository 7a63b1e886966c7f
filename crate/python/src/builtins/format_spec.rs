//! `format(value, spec)`: finds who formats a value.

use std::rc::Rc;

use super::format_number;
use crate::native::{Flow, Input, NativeFrame, PyResult};
use crate::object::{Marks, Object, Value, classes};
use crate::vm::Vm;

/// A `__format__` of Python's own under way; checks what it returns.
#[derive(Clone, Debug)]
struct FormatFrame {
    function: Value,
    receiver: Value,
    spec: Value,
}

impl NativeFrame for FormatFrame {
    fn resume(&mut self, vm: &mut Vm, input: Input) -> PyResult<Flow> {
        match input {
            Input::Start | Input::Again => {
                vm.call_found(self.function, self.receiver, &[self.spec])
            }
            Input::Returned(value) | Input::Yielded(value) => {
                vm.expect_str(value, |name| {
                    format!("__format__ must return a str, not {name}")
                })?;
                Ok(Flow::Return(value))
            }
            Input::Raised(raised) => Err(vm.raising(raised)),
        }
    }

    fn clone_box(&self) -> Box<dyn NativeFrame> {
        Box::new(self.clone())
    }

    fn trace(&self, marks: &mut Marks) {
        marks.value(self.function);
        marks.value(self.receiver);
        marks.value(self.spec);
    }
}

impl Vm {
    /// `format(value, spec)`; spec unbound for none.
    ///
    /// # Errors
    ///
    /// What the value's `__format__` raises.
    pub fn format_flow(&mut self, value: Value, spec: Value) -> PyResult<Flow> {
        let spec = if spec.is_unbound() {
            self.heap.new_str("")
        } else {
            spec
        };
        let text = self.expect_str(spec, |name| {
            format!("format() argument 2 must be str, not {name}")
        })?;
        if let Value::Obj(_) = value
            && let Some(function) = self.lookup_special(value, "__format__")
            && !matches!(self.heap.object(function), Some(Object::Native(native)) if native.owner.obj().is_some_and(is_formatted_here))
        {
            return Ok(Flow::Enter(Box::new(FormatFrame {
                function,
                receiver: value,
                spec,
            })));
        }
        if text.is_empty() && self.heap.type_of(value) == classes::STR {
            return Ok(Flow::Return(value));
        }
        self.format_object(value, &text).map(Flow::Return)
    }

    /// `format` for classes without a `__format__` of their own. A string to which there is nothing
    /// to do stays itself, of whatever class.
    pub(crate) fn format_object(&mut self, value: Value, spec: &str) -> PyResult {
        let text = self.format_here(value, spec)?;
        let is_same = |string: &crate::object::Str| string.text == text && !text.is_empty();
        if !spec.is_empty() && self.heap.str(value).is_some_and(is_same) {
            return Ok(value);
        }
        Ok(self.heap.new_str(&text))
    }

    /// `format(value, spec)` with its text.
    ///
    /// # Errors
    ///
    /// As `format_flow`.
    pub fn format_value(&mut self, value: Value, spec: &str) -> PyResult<Rc<str>> {
        let spec = self.heap.new_str(spec);
        let flow = self.format_flow(value, spec)?;
        let result = self.finish(flow)?;
        self.expect_str(result, |name| {
            format!("__format__ must return a str, not {name}")
        })
    }

    /// The same as text.
    pub(crate) fn format_here(&mut self, value: Value, spec: &str) -> PyResult<Rc<str>> {
        if spec.is_empty() {
            return self.str_of(value);
        }
        if let Some(text) = format_number::format_scalar(self, value, spec)? {
            return Ok(text.into());
        }
        let name = self.type_name(value);
        Err(self.type_error(format_args!(
            "unsupported format string passed to {name}.__format__"
        )))
    }
}

/// Whether the `__format__` of a class is `Vm::format_here`.
fn is_formatted_here(class: crate::object::ObjId) -> bool {
    matches!(
        class,
        classes::OBJECT | classes::INT | classes::FLOAT | classes::COMPLEX | classes::STR
    )
}
