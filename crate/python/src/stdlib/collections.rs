//! `_collections`: what `collections` has from the engine.

use super::deque;
use crate::native::PyResult;
use crate::object::{Layout, ObjId, Object, Value, classes};
use crate::vm::Vm;

/// Makes the module `_collections`.
///
/// # Errors
///
/// None at present; the form is that of all importers.
#[expect(clippy::unnecessary_wraps, reason = "all importers have this form")]
pub(crate) fn import(vm: &mut Vm) -> PyResult<ObjId> {
    let class = vm.new_native_class("deque", "collections", Layout::Foreign, deque::METHODS);
    vm.add_methods(class, crate::builtins::CLASS_ITEM);
    let iterator = vm.new_native_class(
        "_deque_iterator",
        "_collections",
        Layout::Closed,
        deque::ITERATOR,
    );
    let dict = vm.heap.type_ref(class).dict;
    let names = [
        ("__hash__", Value::None),
        ("_iterator", Value::Obj(iterator)),
    ];
    for (name, value) in names {
        let name = vm.heap.intern(name);
        vm.heap.dict_set_name(dict, name, value);
    }
    let module = vm.new_module("_collections");
    let Object::Module(object) = vm.heap.get(module) else {
        unreachable!("just made")
    };
    let globals = object.dict;
    debug_assert!(vm.heap.is_subclass(class, classes::OBJECT));
    for (name, class) in [("deque", class), ("_deque_iterator", iterator)] {
        let name = vm.heap.intern(name);
        vm.heap.dict_set_name(globals, name, Value::Obj(class));
    }
    Ok(module)
}
