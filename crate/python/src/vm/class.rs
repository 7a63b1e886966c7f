//! Classes: making them, calling them, and asking what is an instance of what.

use super::Vm;
use crate::native::PyResult;
use crate::object::{ObjId, Object, Value};

impl Vm {
    /// The class's name with its module unless that is `builtins`, as `repr` shows it.
    pub fn full_name(&self, class: ObjId) -> String {
        let class = self.heap.type_ref(class);
        if &*class.module == "builtins" {
            class.qualname.to_string()
        } else {
            format!("{}.{}", class.module, class.qualname)
        }
    }

    /// Checks the two arguments of `super`.
    ///
    /// # Errors
    ///
    /// `TypeError` in CPython's words.
    pub(crate) fn check_super(&mut self, class: Value, obj: Value) -> PyResult<()> {
        let Some(Object::Type(_)) = self.heap.object(class) else {
            let message = format!(
                "super() argument 1 must be a type, not {}",
                self.type_name(class)
            );
            return Err(self.type_error(&message));
        };
        let id = class.obj().expect("classes are objects");
        if obj.is_unbound() || obj.is_none() || self.heap.is_instance(obj, id) {
            return Ok(());
        }
        if let Some(Object::Type(_)) = self.heap.object(obj)
            && self
                .heap
                .is_subclass(obj.obj().expect("classes are objects"), id)
        {
            return Ok(());
        }
        Err(self.type_error("super(type, obj): obj must be an instance or subtype of type"))
    }
}
