//! Instructions of type parameters and template strings, which the library's own classes answer.

use super::Vm;
use super::flow::Next;
use crate::code::{Conversion, Op, Reg};
use crate::native::PyResult;
use crate::object::Value;

impl Vm {
    pub(super) fn execute_typing(&mut self, op: Op) -> PyResult<Next> {
        let (kind, dst, base) = match op {
            Op::MakeTypeParameter { kind, dst, base } => (kind, dst, base),
            Op::BuildInterpolation {
                conversion,
                dst,
                base,
            } => return self.build_interpolation(conversion, dst, base),
            Op::BuildTemplate { dst, base, n } => {
                let parts: Vec<Value> = (0..n).map(|i| self.register(base + i)).collect();
                return self.call_template_maker("Template", &parts, dst);
            }
            _ => unreachable!("not one of these instructions"),
        };
        let class = match kind {
            0 => "_lazy_alias",
            1 => "_lazy_type_var",
            2 => "_lazy_type_var_tuple",
            _ => "_lazy_param_spec",
        };
        let module = self.import_module("typing")?;
        let name = self.heap.intern(class);
        let maker = self.get_attr(module.into(), name)?;
        let args: Vec<_> = (0..3)
            .map(|i| self.register(base + i).bound().unwrap_or(Value::None))
            .collect();
        let value = self.call(maker, &args)?;
        self.store(dst, value)
    }

    fn build_interpolation(
        &mut self,
        conversion: Conversion,
        dst: Reg,
        base: Reg,
    ) -> PyResult<Next> {
        let conversion = match conversion {
            Conversion::None | Conversion::Part => Value::None,
            Conversion::Str => self.heap.new_str("s"),
            Conversion::Repr => self.heap.new_str("r"),
            Conversion::Ascii => self.heap.new_str("a"),
        };
        let spec = match self.register(base + 2).bound() {
            Some(spec) => spec,
            None => self.heap.new_str(""),
        };
        let (value, text) = (self.register(base), self.register(base + 1));
        self.call_template_maker("Interpolation", &[value, text, conversion, spec], dst)
    }

    fn call_template_maker(&mut self, class: &str, args: &[Value], dst: Reg) -> PyResult<Next> {
        let module = self.import_module("string.templatelib")?;
        let name = self.heap.intern(class);
        let maker = self.get_attr(module.into(), name)?;
        let made = self.call(maker, args)?;
        self.store(dst, made)
    }
}
