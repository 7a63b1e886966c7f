//! The instructions that f-strings are made of.

use super::flow::Next;
use super::{Return, Vm};
use crate::builtins::format_plain;
use crate::code::{Conversion, Reg};
use crate::native::{Flow, PyResult};
use crate::object::{Digits, Object, Value, classes};

/// A buffer larger than this is not kept.
const SCRATCH_BYTES_MAX: usize = 1 << 16;

impl Vm {
    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn build_string(&mut self, dst: Reg, base: Reg, n: u16) -> PyResult<Next> {
        let mut text = std::mem::take(&mut self.scratch);
        for i in 0..n {
            match self.register(base + i) {
                Value::Int(int) => text.push_str(Digits::of(int).as_str()),
                part => {
                    if let Some(Object::Str(part)) = self.heap.object(part) {
                        text.push_str(&part.text);
                    }
                }
            }
        }
        let value = self.finish_text(text);
        self.store(dst, value)
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(super) fn format(
        &mut self,
        conversion: Conversion,
        dst: Reg,
        src: Reg,
        spec: Reg,
    ) -> PyResult<Next> {
        let value = self.checked(src)?;
        let has_spec = spec != src;
        if let (Value::Int(int), false) = (value, has_spec) {
            let value = match conversion {
                Conversion::Part => value,
                _ => self.heap.new_int_str(int),
            };
            return self.store(dst, value);
        }
        if let (Value::Int(_) | Value::Float(_), Conversion::None) = (value, conversion)
            && let Some(value) = self.format_plain(value, self.register(spec))
        {
            return self.store(dst, value);
        }
        let value = match conversion {
            Conversion::None | Conversion::Part => value,
            Conversion::Str => {
                let text = self.str_of(value)?;
                self.heap.new_str_rc(text)
            }
            Conversion::Repr => {
                let text = self.repr(value)?;
                self.heap.new_str_rc(text)
            }
            Conversion::Ascii => {
                let text = self.ascii_of(value)?;
                self.heap.new_str_rc(text)
            }
        };
        if !has_spec && self.heap.type_of(value) == classes::STR {
            return self.store(dst, value);
        }
        let spec = if has_spec {
            self.register(spec)
        } else {
            Value::Unbound
        };
        match self.format_flow(value, spec)? {
            Flow::Return(value) => self.store(dst, value),
            flow => self.apply(flow, Return::Finish(0)),
        }
    }

    /// A number as one of the specifications of every day wants it.
    #[cfg_attr(engine, optimize(speed))]
    fn format_plain(&mut self, value: Value, spec: Value) -> Option<Value> {
        let Some(Object::Str(spec)) = self.heap.object(spec) else {
            return None;
        };
        let mut text = std::mem::take(&mut self.scratch);
        if format_plain::write(&mut text, value, &spec.text) {
            return Some(self.finish_text(text));
        }
        self.scratch = text;
        None
    }

    /// A string object of the text in the buffer that was `scratch`, which is put back.
    #[cfg_attr(engine, optimize(speed))]
    fn finish_text(&mut self, mut text: String) -> Value {
        let value = self.heap.new_str(&text);
        if text.capacity() <= SCRATCH_BYTES_MAX {
            text.clear();
            self.scratch = text;
        }
        value
    }
}
