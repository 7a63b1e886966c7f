//! Handles as programs see them, and the functions that find the loop.

use std::rc::Rc;

use loopscope_executor::{EventId, HandleId};
use loopscope_python::native::{NativeDef, PyResult};
use loopscope_python::object::{Foreign, ObjId, Value, classes};
use loopscope_python::vm::Vm;

use crate::base_events::{self, CallbackScope, EventLoop, Payload, event_loop};
use crate::contextvars::{self, Scope};
use crate::foreign::{
    alloc, class_name, foreign_basics, get, get_mut, id_of, passes, raise, receiver,
};
use crate::format_helpers;
use crate::futures::{self, Origin};
use crate::host::{state, state_mut};

/// A `Handle` or `TimerHandle`.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Handle {
    pub(crate) event_loop: ObjId,
    /// `None` for one that was made only to be shown.
    id: Option<HandleId>,
    /// Unbound when it is cancelled.
    function: Value,
    args: Rc<[Value]>,
    scope: Scope,
    is_cancelled: bool,
    /// The deadline in seconds as the program gave it; unbound for a plain handle.
    when: Value,
    /// Where it was made; only in debug mode.
    pub(crate) origin: Option<Box<Origin>>,
}

impl Foreign for Handle {
    foreign_basics!();
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.event_loop.into());
        visit(self.function);
        visit(self.when);
        self.args.iter().for_each(|&arg| visit(arg));
        self.scope.trace(visit);
    }
}

/// Queues a call, at once or at a time in seconds (`when` bound), and makes the handle that the
/// program gets.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed; `TypeError` for a context that is none or a time that is
/// none.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn schedule(
    vm: &mut Vm,
    id: ObjId,
    when: Value,
    function: Value,
    args: &[Value],
    context: Value,
) -> PyResult {
    if let Err(raised) = base_events::check_open(vm, id) {
        let is_soon = when.is_unbound();
        let place = if is_soon {
            "closed_call_soon"
        } else {
            "closed_call_at"
        };
        return Err(passes(vm, raised, place));
    }
    let mut scope = contextvars::scope_argument(vm, context)?;
    if event_loop(vm, id).debug {
        check_callback(
            vm,
            function,
            if when.is_unbound() {
                "call_soon"
            } else {
                "call_at"
            },
        )?;
    }
    let deadline_ns = if when.is_unbound() {
        0
    } else {
        base_events::deadline(vm.to_float(when)?)
    };
    let args: Rc<[Value]> = args.into();
    let origin = futures::origin(vm, id.into(), None);
    // The handle object comes first: the executor's payload knows it.
    let class = if when.is_unbound() {
        state(vm).classes.handle
    } else {
        state(vm).classes.timer_handle
    };
    if let Scope::Plain(Some(_)) = scope {
        contextvars::object_of(vm, &mut scope);
    }
    let object = alloc(
        vm,
        class,
        Handle {
            event_loop: id,
            id: None,
            function,
            args: Rc::clone(&args),
            scope: scope.clone(),
            is_cancelled: false,
            when,
            origin,
        },
    );
    let payload = Payload::Callback {
        function,
        args,
        scope: CallbackScope(scope),
        handle: Some(object.into()),
    };
    let handle = if when.is_unbound() {
        let cause = state(vm).trace.current;
        base_events::call_soon(vm, id.into(), payload, cause)?
    } else {
        base_events::call_at(vm, id, deadline_ns, payload)?
    };
    if let Some(object) = get_mut::<Handle>(vm, object) {
        object.id = Some(handle);
    }
    Ok(object.into())
}

/// A handle that `queue` puts into the ready queue, as often as something is ready.
pub(crate) fn file_handle(vm: &mut Vm, id: ObjId, function: Value, args: &[Value]) -> ObjId {
    let class = state(vm).classes.handle;
    let handle = Handle {
        event_loop: id,
        id: None,
        function,
        args: args.into(),
        scope: contextvars::copy_current(vm),
        is_cancelled: false,
        when: Value::Unbound,
        origin: None,
    };
    alloc(vm, class, handle)
}

/// Queues a handle because of an event; a cancelled one is left alone.
///
/// # Errors
///
/// `TypeError` for what is no handle; `RuntimeError` if the loop is closed.
pub(crate) fn queue(vm: &mut Vm, object: Value, cause: EventId) -> PyResult<()> {
    let id = receiver::<Handle>(vm, object, "Handle")?;
    let handle = handle(vm, object)?;
    if handle.is_cancelled {
        return Ok(());
    }
    let payload = Payload::Callback {
        function: handle.function,
        args: handle.args,
        scope: CallbackScope(handle.scope),
        handle: Some(id.into()),
    };
    let queued = base_events::call_soon(vm, handle.event_loop.into(), payload, cause)?;
    if let Some(object) = get_mut::<Handle>(vm, id) {
        object.id = Some(queued);
    }
    Ok(())
}

fn check_callback(vm: &mut Vm, function: Value, method: &str) -> PyResult<()> {
    let is_coroutine = crate::coroutines::is_coroutine(vm, function)?
        || crate::coroutines::is_coroutine_function(vm, function)?;
    if is_coroutine {
        let message = format!("coroutines cannot be used with {method}()");
        return raise(vm, classes::TYPE_ERROR, &message);
    }
    Ok(())
}

fn handle(vm: &mut Vm, this: Value) -> PyResult<Handle> {
    let id = receiver::<Handle>(vm, this, "Handle")?;
    Ok(get::<Handle>(vm, id)
        .cloned()
        .expect("the receiver was checked"))
}

fn cancel(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = receiver::<Handle>(vm, args[0], "Handle")?;
    if let Some(object) = get_mut::<Handle>(vm, id) {
        object.is_cancelled = true;
        if object.origin.is_none() {
            // Debug mode keeps them to be shown.
            object.function = Value::Unbound;
            object.args = [].into();
        }
        if let (event_loop, Some(handle)) = (object.event_loop, object.id) {
            base_events::cancel_handle(vm, event_loop, handle);
        }
    }
    Ok(Value::None)
}

fn cancelled(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(handle(vm, args[0])?.is_cancelled.into())
}

fn when(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(handle(vm, args[0])?.when)
}

fn get_context(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Handle { mut scope, .. } = handle(vm, args[0])?;
    Ok(contextvars::object_of(vm, &mut scope).into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Handle {
        function,
        args: call_args,
        is_cancelled,
        when,
        event_loop: id,
        origin,
        ..
    } = handle(vm, args[0])?;
    let mut parts = vec![class_name(vm, args[0]).to_string()];
    if is_cancelled {
        parts.push("cancelled".to_owned());
    }
    if !when.is_unbound() {
        parts.push(format!("when={}", vm.repr(when)?));
    }
    if !function.is_unbound() {
        let debug = event_loop(vm, id).debug;
        let source = format_helpers::callback_source(vm, function, debug.then_some(&*call_args))?;
        parts.push(source);
    }
    if let Some(origin) = origin {
        parts.push(format!("created at {}", origin.place));
    }
    Ok(vm.heap.new_str(&format!("<{}>", parts.join(" "))))
}

/// What two timers are compared by: time, function, arguments, and whether they are cancelled.
fn key(vm: &mut Vm, args: &[Value]) -> PyResult {
    let handle = handle(vm, args[0])?;
    let call_args = vm.heap.new_tuple(&handle.args);
    let function = handle.function.bound().unwrap_or(Value::None);
    let parts = [handle.when, function, call_args, handle.is_cancelled.into()];
    Ok(vm.heap.new_tuple(&parts))
}

pub(crate) static HANDLE_METHODS: &[NativeDef] = &[
    NativeDef::new("cancel", "self, /", cancel),
    NativeDef::new("cancelled", "self, /", cancelled),
    NativeDef::new("get_context", "self, /", get_context),
    NativeDef::new("__repr__", "self, /", repr),
];

pub(crate) static TIMER_METHODS: &[NativeDef] = &[
    NativeDef::new("when", "self, /", when),
    NativeDef::getter("_key", key),
];

/// The loop that runs.
///
/// # Errors
///
/// `RuntimeError` if none does.
pub(crate) fn running_loop(vm: &mut Vm) -> PyResult<ObjId> {
    match state(vm).running {
        Some(id) => Ok(id),
        None => raise(vm, classes::RUNTIME_ERROR, "no running event loop"),
    }
}

/// The loop that runs, else the current one, which is made if none was ever set.
///
/// # Errors
///
/// `RuntimeError` if there is none any more.
pub(crate) fn current_loop(vm: &mut Vm) -> PyResult<ObjId> {
    if let Some(id) = state(vm).running.or(state(vm).current) {
        return Ok(id);
    }
    if state(vm).was_set {
        let message = "There is no current event loop in thread 'MainThread'.";
        return raise(vm, classes::RUNTIME_ERROR, message);
    }
    let id = new_loop(vm);
    state_mut(vm).current = Some(id);
    state_mut(vm).was_set = true;
    Ok(id)
}

/// Makes a loop.
pub(crate) fn new_loop(vm: &mut Vm) -> ObjId {
    let class = state(vm).classes.event_loop;
    let now_ns = vm.clock_ns;
    let id = alloc(vm, class, EventLoop::new(now_ns));
    state_mut(vm).loops.push(id);
    id
}

fn get_running_loop(vm: &mut Vm, _: &[Value]) -> PyResult {
    running_loop(vm).map(Value::Obj)
}

fn get_running_loop_or_none(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(state(vm).running.map_or(Value::None, Value::Obj))
}

fn set_running_loop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let running = match args[0] {
        Value::None => None,
        other => Some(base_events::loop_id(vm, other)?),
    };
    state_mut(vm).running = running;
    Ok(Value::None)
}

fn get_event_loop(vm: &mut Vm, _: &[Value]) -> PyResult {
    current_loop(vm).map(Value::Obj)
}

fn set_event_loop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let current = id_of::<EventLoop>(vm, args[0]);
    if current.is_none() && !args[0].is_none() {
        let found = vm.type_name(args[0]);
        let message =
            format!("loop must be an instance of AbstractEventLoop or None, not '{found}'");
        return raise(vm, classes::TYPE_ERROR, &message);
    }
    state_mut(vm).current = current;
    state_mut(vm).was_set = true;
    Ok(Value::None)
}

fn new_event_loop(vm: &mut Vm, _: &[Value]) -> PyResult {
    log_selector(vm)?;
    Ok(new_loop(vm).into())
}

/// What CPython's loops say to the debug log, if the program has imported `logging`.
fn log_selector(vm: &mut Vm) -> PyResult<()> {
    let name = vm.heap.intern("logging");
    let Some(logging) = vm.heap.dict_get_name(vm.modules, name) else {
        return Ok(());
    };
    let (name, text) = (
        vm.heap.new_str("asyncio"),
        vm.heap.new_str("Using selector: EpollSelector"),
    );
    let logger = vm.call_method(logging, "getLogger", &[name])?;
    vm.call_method(logger, "debug", &[text]).map(|_| ())
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("get_running_loop", "", get_running_loop),
    NativeDef::new("_get_running_loop", "", get_running_loop_or_none),
    NativeDef::new("_set_running_loop", "loop, /", set_running_loop),
    NativeDef::new("get_event_loop", "", get_event_loop),
    NativeDef::new("set_event_loop", "loop", set_event_loop),
    NativeDef::new("new_event_loop", "", new_event_loop),
];
