//! `import asyncio`, its submodules, and `contextvars`.

use std::rc::Rc;

use loopscope_python::native::{PyResult, Raising};
use loopscope_python::object::{ObjId, Object, Value};
use loopscope_python::vm::Vm;

use crate::classes;
use crate::host::{state, state_mut};
use crate::{contextvars, events, functions, locks, network, queues, signals, threads, workers};

/// The Python half: submodules in the order in which they need each other.
const SUBMODULES: [&str; 10] = [
    "asyncio.exceptions",
    "asyncio.base_events",
    "asyncio.mixins",
    "asyncio.locks",
    "asyncio.queues",
    "asyncio.timeouts",
    "asyncio.tasks",
    "asyncio.taskgroups",
    "asyncio.runners",
    "asyncio.unsupported",
];

/// The name under which the page gives the sources of all of them, in the same order, with form
/// feeds between.
const SOURCES_NAME: &str = "_asyncio";

/// The same where they are embedded.
#[cfg(feature = "library")]
const SOURCES: &str = concat!(
    include_str!("py/exceptions.py"),
    "\u{c}",
    include_str!("py/base_events.py"),
    "\u{c}",
    include_str!("py/mixins.py"),
    "\u{c}",
    include_str!("py/locks.py"),
    "\u{c}",
    include_str!("py/queues.py"),
    "\u{c}",
    include_str!("py/timeouts.py"),
    "\u{c}",
    include_str!("py/tasks.py"),
    "\u{c}",
    include_str!("py/taskgroups.py"),
    "\u{c}",
    include_str!("py/runners.py"),
    "\u{c}",
    include_str!("py/unsupported.py"),
);
#[cfg(not(feature = "library"))]
const SOURCES: &str = "";

/// The sources of the submodules, unless the page failed to fetch them.
fn sources(vm: &Vm) -> Option<Rc<str>> {
    let given = vm.library_source(SOURCES_NAME);
    given.or_else(|| Some(SOURCES.into()).filter(|text: &Rc<str>| !text.is_empty()))
}

/// Submodules of CPython's package whose names all stand in the package itself.
const ALIASES: &[&str] = &[
    "asyncio.base_futures",
    "asyncio.base_tasks",
    "asyncio.constants",
    "asyncio.coroutines",
    "asyncio.events",
    "asyncio.format_helpers",
    "asyncio.futures",
    "asyncio.log",
    "asyncio.subprocess",
    "asyncio.threads",
];

/// Submodules that are written in Python and that few programs need: the page fetches them.
#[cfg(feature = "library")]
const FETCHED: &[(&str, &str)] = &[
    ("asyncio.graph", include_str!("py/fetched/graph.py")),
    ("asyncio.executors", include_str!("py/fetched/executors.py")),
    ("asyncio.protocols", include_str!("py/fetched/protocols.py")),
    (
        "asyncio.selector_events",
        include_str!("py/fetched/selector_events.py"),
    ),
    ("asyncio.servers", include_str!("py/fetched/servers.py")),
    (
        "asyncio.socket_transports",
        include_str!("py/fetched/socket_transports.py"),
    ),
    ("asyncio.staggered", include_str!("py/fetched/staggered.py")),
    ("asyncio.streams", include_str!("py/fetched/streams.py")),
    (
        "asyncio.transports",
        include_str!("py/fetched/transports.py"),
    ),
    ("asyncio.trsock", include_str!("py/fetched/trsock.py")),
    (
        "asyncio.watched_files",
        include_str!("py/fetched/watched_files.py"),
    ),
    (
        "asyncio.unix_events",
        include_str!("py/fetched/unix_events.py"),
    ),
];
#[cfg(not(feature = "library"))]
const FETCHED: &[(&str, &str)] = &[];

/// The lines of CPython's library that tracebacks show.
#[cfg(feature = "library")]
pub(crate) const SOURCE_LINES: &str = include_str!("py/fetched/source.py");
#[cfg(not(feature = "library"))]
pub(crate) const SOURCE_LINES: &str = "";

fn import_fetched(vm: &mut Vm, name: &str) -> Option<Result<ObjId, Raising>> {
    let (_, source) = FETCHED.iter().find(|(module, _)| *module == name)?;
    Some(vm.import_source(name, source))
}

/// Makes one of this crate's modules; `None` for a name that is none.
pub(crate) fn import(vm: &mut Vm, name: &str) -> Option<Result<ObjId, Raising>> {
    match name {
        "asyncio" => {
            let sources = sources(vm)?;
            Some(import_package(vm, &sources))
        }
        "contextvars" | "_contextvars" => Some(Ok(import_contextvars(vm))),
        "_loopscope_network" => {
            classes::make_all(vm);
            let module = vm.new_module(name);
            let own = globals(vm, module);
            vm.add_functions(own, network::FUNCTIONS);
            Some(Ok(module))
        }
        "_loopscope_signal" => {
            let module = vm.new_module(name);
            let own = globals(vm, module);
            vm.add_functions(own, signals::FUNCTIONS);
            Some(Ok(module))
        }
        "_loopscope_threads" => {
            let module = vm.new_module(name);
            let own = globals(vm, module);
            vm.add_functions(own, threads::MODULE);
            Some(Ok(module))
        }
        _ => import_fetched(vm, name),
    }
}

fn globals(vm: &Vm, module: ObjId) -> ObjId {
    match vm.heap.get(module) {
        Object::Module(module) => module.dict,
        _ => unreachable!("expected a module"),
    }
}

fn set(vm: &mut Vm, globals: ObjId, name: &str, value: Value) {
    let name = vm.heap.intern(name);
    vm.heap.dict_set_name(globals, name, value);
}

fn get(vm: &mut Vm, globals: ObjId, name: &str) -> Value {
    let key = vm.heap.intern(name);
    let value = vm.heap.dict_get_name(globals, key);
    value.expect("the library's own sources define it")
}

fn import_contextvars(vm: &mut Vm) -> ObjId {
    classes::make_all(vm);
    let module = vm.new_module("contextvars");
    let globals = globals(vm, module);
    vm.add_functions(globals, contextvars::FUNCTIONS);
    let classes = &state(vm).classes;
    let named = [
        ("Context", classes.context),
        ("ContextVar", classes.context_var),
        ("Token", classes.token),
    ];
    for (name, class) in named {
        set(vm, globals, name, class.into());
    }
    module
}

/// The native half goes into the package's globals; every Python submodule sees it, and adds its
/// public names.
fn import_package(vm: &mut Vm, sources: &str) -> PyResult<ObjId> {
    classes::make_all(vm);
    let package = vm.new_module("asyncio");
    let key = vm.heap.intern("asyncio");
    vm.heap.dict_set_name(vm.modules, key, package.into());
    let own = globals(vm, package);
    vm.add_functions(own, events::FUNCTIONS);
    vm.add_functions(own, functions::FUNCTIONS);
    let classes = &state(vm).classes;
    let named = [
        ("AbstractEventLoop", classes.abstract_event_loop),
        ("BaseEventLoop", classes.base_event_loop),
        ("SelectorEventLoop", classes.event_loop),
        ("EventLoop", classes.event_loop),
        ("Handle", classes.handle),
        ("TimerHandle", classes.timer_handle),
        ("Future", classes.future),
        ("Task", classes.task),
    ];
    for (name, class) in named {
        set(vm, own, name, class.into());
    }
    // What only the sources see stands in a module that they import from.
    let native = vm.new_module("_loopscope_asyncio");
    let key = vm.heap.intern("_loopscope_asyncio");
    vm.heap.dict_set_name(vm.modules, key, native.into());
    let native = globals(vm, native);
    vm.add_functions(native, functions::INTERNAL_FUNCTIONS);
    vm.add_functions(native, workers::FUNCTIONS);
    vm.add_functions(native, locks::FUNCTIONS);
    vm.add_functions(native, queues::FUNCTIONS);
    let mut all = public_names(vm, own);
    for (name, source) in SUBMODULES.iter().zip(sources.split('\u{c}')) {
        let module = vm.import_source(name, source)?;
        take_names(vm, own, module, &mut all);
        let short = name.rsplit('.').next().unwrap_or(name);
        set(vm, own, short, module.into());
        if *name == "asyncio.exceptions" || *name == "asyncio.base_events" {
            note_names(vm, module);
        }
    }
    for name in ALIASES {
        let short = name.rsplit('.').next().unwrap_or(name);
        set(vm, own, short, package.into());
        let key = vm.heap.intern(name);
        vm.heap.dict_set_name(vm.modules, key, package.into());
    }
    let all: Vec<Value> = all.iter().map(|name| vm.heap.new_str(name)).collect();
    let all = vm.heap.new_tuple(&all);
    set(vm, own, "__all__", all);
    Ok(package)
}

fn public_names(vm: &Vm, globals: ObjId) -> Vec<String> {
    let keys = vm.heap.dict(globals).iter().map(|entry| entry.key);
    keys.filter_map(|key| vm.heap.str(key))
        .map(|name| name.text.to_string())
        .filter(|name| !name.starts_with('_'))
        .collect()
}

/// Copies a submodule's `__all__` into the package.
fn take_names(vm: &mut Vm, package: ObjId, module: ObjId, all: &mut Vec<String>) {
    let from = globals(vm, module);
    let names = get(vm, from, "__all__");
    let names: Vec<String> = match vm.heap.object(names) {
        Some(Object::Tuple(names)) => names
            .iter()
            .filter_map(|&name| vm.heap.str(name))
            .map(|name| name.text.to_string())
            .collect(),
        _ => Vec::new(),
    };
    for name in names {
        let value = get(vm, from, &name);
        set(vm, package, &name, value);
        all.push(name);
    }
}

/// Remembers what Rust needs of the Python sources, and gives the loops the methods that are
/// written in Python.
fn note_names(vm: &mut Vm, module: ObjId) {
    let from = globals(vm, module);
    let has = |vm: &mut Vm, name: &str| {
        let key = vm.heap.intern(name);
        vm.heap.dict_get_name(from, key).is_some()
    };
    if has(vm, "CancelledError") {
        let cancelled = get(vm, from, "CancelledError");
        let invalid = get(vm, from, "InvalidStateError");
        let classes = &mut state_mut(vm).classes;
        classes.cancelled_error = cancelled.obj().unwrap_or(classes.cancelled_error);
        classes.invalid_state = invalid.obj().unwrap_or(classes.invalid_state);
        return;
    }
    let wrap = get(vm, from, "_wrap_awaitable");
    let native_frames = get(vm, from, "_native_frames");
    let handler = get(vm, from, "call_exception_handler");
    let step_callback = get(vm, from, "_step_callback");
    let classes = &mut state_mut(vm).classes;
    classes.wrap_awaitable = wrap;
    classes.native_frames = native_frames;
    classes.call_exception_handler = handler;
    classes.step_callback = step_callback;
    let (class, timer) = (classes.base_event_loop, classes.timer_handle);
    add_methods(vm, class, from, "LOOP_METHODS");
    add_methods(vm, timer, from, "TIMER_METHODS");
}

/// Gives a native class the functions of a tuple that a module has.
fn add_methods(vm: &mut Vm, class: ObjId, from: ObjId, tuple: &str) {
    let methods = get(vm, from, tuple);
    let Some(Object::Tuple(methods)) = vm.heap.object(methods).cloned() else {
        return;
    };
    let namespace = vm.heap.type_ref(class).dict;
    for &method in &*methods {
        let name = match vm.heap.object(method) {
            Some(Object::Function(function)) => function.name.obj(),
            _ => None,
        };
        if let Some(name) = name {
            vm.heap.dict_set_name(namespace, name, method);
        }
    }
}
