//! Access to this crate's objects in the machine's heap.

use std::rc::Rc;

use loopscope_python::native::{PyResult, Raised, Raising};
use loopscope_python::object::{Foreign, ObjId, Object, TracebackEntry, Value};
use loopscope_python::vm::Vm;

use crate::host::state;

/// The object of a type, if the id is one.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn get<T: Foreign + 'static>(vm: &Vm, id: ObjId) -> Option<&T> {
    match vm.heap.get(id) {
        Object::Foreign(foreign) => foreign.downcast_ref(),
        _ => None,
    }
}

/// The object of a type, to change it.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn get_mut<T: Foreign + 'static>(vm: &mut Vm, id: ObjId) -> Option<&mut T> {
    match vm.heap.get_mut(id) {
        Object::Foreign(foreign) => foreign.downcast_mut(),
        _ => None,
    }
}

/// The id behind a value, if it is an object of a type.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn id_of<T: Foreign + 'static>(vm: &Vm, value: Value) -> Option<ObjId> {
    value.obj().filter(|&id| get::<T>(vm, id).is_some())
}

/// The receiver of a method.
///
/// # Errors
///
/// `TypeError` when a method is called on an object of another class.
pub(crate) fn receiver<T: Foreign + 'static>(
    vm: &mut Vm,
    value: Value,
    class: &str,
) -> PyResult<ObjId> {
    if let Some(id) = id_of::<T>(vm, value) {
        return Ok(id);
    }
    let found = vm.type_name(value);
    Err(vm.type_error(format_args!(
        "descriptor requires a '{class}' object but received '{found}'"
    )))
}

/// Puts a new object into the heap.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn alloc<T: Foreign + 'static>(vm: &mut Vm, class: ObjId, object: T) -> ObjId {
    vm.heap.alloc(class, Object::Foreign(Box::new(object)))
}

/// `type(value).__name__`
pub(crate) fn class_name(vm: &Vm, value: Value) -> std::rc::Rc<str> {
    let class = vm.heap.type_of(value);
    std::rc::Rc::clone(&vm.heap.type_ref(class).name)
}

/// An attribute by its name.
pub(crate) fn attribute(vm: &mut Vm, object: Value, name: &str) -> PyResult {
    let name = vm.heap.intern(name);
    vm.get_attr(object, name)
}

/// An attribute by its name; `None` if there is none.
pub(crate) fn find_attribute(vm: &mut Vm, object: Value, name: &str) -> PyResult<Option<Value>> {
    let name = vm.heap.intern(name);
    vm.find_attr(object, name)
}

/// Raises an exception with a message.
pub(crate) fn raise<T>(vm: &mut Vm, class: ObjId, message: &str) -> Result<T, Raising> {
    Err(vm.raise(class, message))
}

/// Notes that an exception passes a place in CPython's library that native code stands for: a line
/// of `_native_frames` in `py/base_events.py`, by its name.
pub(crate) fn passes(vm: &mut Vm, raising: Raising, name: &str) -> Raising {
    let raised = vm.caught(raising);
    pass(vm, raised, name);
    vm.raising(raised)
}

/// The same for an exception that was caught.
pub(crate) fn pass(vm: &mut Vm, raised: Raised, name: &str) {
    let frames = state(vm).classes.native_frames;
    if let Some(Object::Function(function)) = vm.heap.object(frames) {
        let unit = Rc::clone(&function.unit);
        let code = &unit.code;
        let n_ops = u32::try_from(code.ops.len()).unwrap_or(0);
        let ip = (0..n_ops).find(|&ip| {
            let text = code.source.line_text(code.line_of(ip)).trim_start();
            text.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(' '))
        });
        debug_assert!(ip.is_some(), "{name} is no line of _native_frames");
        if let Some(ip) = ip {
            let entry = TracebackEntry { unit, ip };
            vm.exception_mut(raised.0).traceback.push(entry);
        }
    }
}

/// The parts of `Foreign` that are the same for every type. The type must be `Clone` and `Hash`.
macro_rules! foreign_basics {
    () => {
        fn clone_box(&self) -> Box<dyn loopscope_python::object::Foreign> {
            Box::new(self.clone())
        }
        fn hash_state(&self, mut hasher: &mut dyn std::hash::Hasher) {
            std::hash::Hash::hash(self, &mut hasher);
        }
    };
}
pub(crate) use foreign_basics;
