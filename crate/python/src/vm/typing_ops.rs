//! Instructions of type parameters and template strings, which the library's own classes answer.

use super::Vm;
use super::flow::Next;
use crate::code::Op;
use crate::native::PyResult;
use crate::object::classes;

impl Vm {
    pub(super) fn execute_typing(&mut self, op: Op) -> PyResult<Next> {
        let Op::MakeTypeParameter { kind, dst, base } = op else {
            let text = "template strings are not supported by Loopscope; see LIMITATIONS.md";
            return Err(self.raise(classes::NOT_IMPLEMENTED_ERROR, text));
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
            .map(|i| {
                self.register(base + i)
                    .bound()
                    .unwrap_or(crate::object::Value::None)
            })
            .collect();
        let value = self.call(maker, &args)?;
        self.store(dst, value)
    }
}
