//! The standard library's modules that know no event loop.

mod builtins_module;
mod collections;
mod deque;
mod math;
mod native_module;
mod random;
mod sources;
mod sys;
mod time;
mod traceback;
mod weakref;

use crate::native::PyResult;
use crate::object::{ObjId, Value, classes};
use crate::vm::Vm;
pub(crate) use random::Mersenne;
pub(crate) use sources::source;

/// Makes a module of this library; `None` if it has none of the name.
pub(crate) fn import(vm: &mut Vm, name: &str) -> Option<PyResult<ObjId>> {
    let module = match name {
        "_collections" => collections::import(vm),
        "builtins" => builtins_module::import(vm),
        "_math" => math::import(vm),
        "_random" => random::import(vm),
        "_sys" => sys::import(vm),
        "_types" => Ok(types_module(vm)),
        "_traceback" => traceback::import(vm),
        "time" => time::import(vm),
        "_weakref" => weakref::import(vm),
        _ => return None,
    };
    Some(module)
}

/// `_types`: built-in classes that no name leads to.
fn types_module(vm: &mut Vm) -> ObjId {
    let module = vm.native_module("_types", &[]);
    let namespace = Value::Obj(classes::SIMPLE_NAMESPACE);
    vm.set_global(module, "SimpleNamespace", namespace);
    module
}
