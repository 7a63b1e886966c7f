//! The standard library's modules that know no event loop.

mod builtins_module;
mod collections;
mod deque;
mod math;
mod native_module;
mod random;
mod sys;
mod time;
mod traceback;

use crate::native::PyResult;
use crate::object::{ObjId, Value, classes};
use crate::vm::Vm;
pub(crate) use random::Mersenne;

/// Makes a module of this library; `None` if it has none of the name.
pub(crate) fn import(vm: &mut Vm, name: &str) -> Option<PyResult<ObjId>> {
    let module = match name {
        "_collections" => collections::import(vm),
        "builtins" => builtins_module::import(vm),
        "math" => math::import(vm),
        "random" => random::import(vm),
        "_sys" => sys::import(vm),
        "_types" => Ok(types_module(vm)),
        "_traceback" => traceback::import(vm),
        "time" => time::import(vm),
        _ => return None,
    };
    Some(module)
}

/// The module written in Python that no program does without.
const SOURCES_ALWAYS: &[(&str, &str)] = &[("sys", include_str!("py/sys.py"))];

/// The library's other modules that are written in Python: name and source.
#[cfg(feature = "library")]
const SOURCES: &[(&str, &str)] = &[
    ("abc", include_str!("py/abc.py")),
    ("_network", include_str!("py/_network.py")),
    ("_strptime", include_str!("py/_strptime.py")),
    ("_web", include_str!("py/_web.py")),
    ("aiohttp", include_str!("py/aiohttp.py")),
    ("datetime", include_str!("py/datetime.py")),
    ("statistics", include_str!("py/statistics.py")),
    ("bisect", include_str!("py/bisect.py")),
    ("collections", include_str!("py/collections.py")),
    ("collections.abc", include_str!("py/collections_abc.py")),
    ("contextlib", include_str!("py/contextlib.py")),
    ("copy", include_str!("py/copy.py")),
    ("dataclasses", include_str!("py/dataclasses.py")),
    ("enum", include_str!("py/enum.py")),
    ("functools", include_str!("py/functools.py")),
    ("heapq", include_str!("py/heapq.py")),
    ("inspect", include_str!("py/inspect.py")),
    ("http", include_str!("py/http.py")),
    ("httpx", include_str!("py/httpx.py")),
    ("io", include_str!("py/io.py")),
    ("itertools", include_str!("py/itertools.py")),
    ("json", include_str!("py/json.py")),
    ("operator", include_str!("py/operator.py")),
    ("requests", include_str!("py/requests.py")),
    (
        "requests.exceptions",
        include_str!("py/requests_exceptions.py"),
    ),
    ("selectors", include_str!("py/selectors.py")),
    ("signal", include_str!("py/signal.py")),
    ("socket", include_str!("py/socket.py")),
    ("string", include_str!("py/string.py")),
    ("traceback", include_str!("py/traceback.py")),
    ("types", include_str!("py/types.py")),
    ("typing", include_str!("py/typing.py")),
    ("urllib", include_str!("py/urllib.py")),
    ("urllib.error", include_str!("py/urllib_error.py")),
    ("urllib.parse", include_str!("py/urllib_parse.py")),
    ("urllib.request", include_str!("py/urllib_request.py")),
    ("warnings", include_str!("py/warnings.py")),
];
#[cfg(not(feature = "library"))]
const SOURCES: &[(&str, &str)] = &[];

/// The source of a module of this library; `None` if it has none of the name.
pub(crate) fn source(name: &str) -> Option<&'static str> {
    let mut known = SOURCES_ALWAYS.iter().chain(SOURCES);
    known
        .find(|(module, _)| *module == name)
        .map(|(_, source)| *source)
}

/// `_types`: built-in classes that no name leads to.
fn types_module(vm: &mut Vm) -> ObjId {
    let module = vm.native_module("_types", &[]);
    let namespace = Value::Obj(classes::SIMPLE_NAMESPACE);
    vm.set_global(module, "SimpleNamespace", namespace);
    module
}
