//! The standard library's modules that know no event loop.

mod builtins_module;
mod collections;
mod deque;
mod math;
mod native_module;
mod random;
mod sys;
mod time;

use crate::native::PyResult;
use crate::object::ObjId;
use crate::vm::Vm;
pub(crate) use random::Mersenne;

/// Makes a module of this library; `None` if it has none of the name.
pub(crate) fn import(vm: &mut Vm, name: &str) -> Option<PyResult<ObjId>> {
    let module = match name {
        "_collections" => collections::import(vm),
        "builtins" => builtins_module::import(vm),
        "random" => random::import(vm),
        "time" => time::import(vm),
        _ => return None,
    };
    Some(module)
}

/// Modules of this library written in Python: name and source.
const SOURCES: &[(&str, &str)] = &[
    ("bisect", include_str!("py/bisect.py")),
    ("collections", include_str!("py/collections.py")),
    ("functools", include_str!("py/functools.py")),
    ("heapq", include_str!("py/heapq.py")),
    ("itertools", include_str!("py/itertools.py")),
    ("operator", include_str!("py/operator.py")),
];

/// The source of a module of this library; `None` if it has none of the name.
pub(crate) fn source(name: &str) -> Option<&'static str> {
    SOURCES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, source)| *source)
}
