//! `_collections`: what `collections` has from the engine.

use super::deque;
use crate::code::BinaryOp;
use crate::native::{NativeDef, PyResult};
use crate::object::{Layout, ObjId, Object, Value, classes};
use crate::vm::Vm;

static FUNCTIONS: &[NativeDef] = &[NativeDef::new(
    "_count_elements",
    "mapping, iterable, /",
    count_elements,
)];

/// Adds one for each item to its count in a dict, which hashes it once.
fn count_elements(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(dict) = (args[0].obj()).filter(|id| matches!(vm.heap.get(*id), Object::Dict(_)))
    else {
        return Err(vm.type_error("a dict is required"));
    };
    let iter = vm.iter(args[1])?;
    while let Some(item) = vm.next(iter)? {
        let hash = vm.hash(item)?;
        let place = vm.dict_find(dict, hash, item)?;
        let old = place.and_then(|place| Some(vm.heap.dict(dict).entry(place)?.value));
        let count = match old {
            Some(count) => vm.binary(BinaryOp::Add, count, Value::Int(1))?,
            None => Value::Int(1),
        };
        vm.dict_set_hashed(dict, hash, item, count)?;
    }
    Ok(Value::None)
}

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
    vm.add_functions(globals, FUNCTIONS);
    for (name, class) in [("deque", class), ("_deque_iterator", iterator)] {
        let name = vm.heap.intern(name);
        vm.heap.dict_set_name(globals, name, Value::Obj(class));
    }
    Ok(module)
}
