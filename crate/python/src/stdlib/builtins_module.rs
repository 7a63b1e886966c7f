//! `builtins`: the built-in names as a module.

use crate::native::PyResult;
use crate::object::{Module, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Makes the module around the dict that all code looks names up in last.
///
/// # Errors
///
/// None at present; the form is that of all importers.
#[expect(clippy::unnecessary_wraps, reason = "all importers have this form")]
pub(crate) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let key = vm.heap.intern("__name__");
    let name = Value::Obj(vm.heap.intern("builtins"));
    let dict = vm.builtins;
    vm.heap.dict_set_name(dict, key, name);
    let module = Module {
        name: "builtins".into(),
        dict,
        is_initializing: false,
    };
    Ok(vm
        .heap
        .alloc(classes::MODULE, Object::Module(Box::new(module))))
}
