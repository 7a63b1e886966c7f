//! What asyncio says about errors that nobody handles.

use loopscope_python::decimal;
use loopscope_python::native::{Flow, PyResult, Raised};
use loopscope_python::object::{Dict, ObjId, Value};
use loopscope_python::vm::{Ending, Stream, Vm};

use crate::base_events::{self, Payload};
use crate::events::{self, Handle};
use crate::foreign::{class_name, get};
use crate::format_helpers::callback_source;
use crate::futures::{Origin, State, future, future_mut};
use crate::host::state;

/// Calls a loop's exception handler with a context of these entries.
fn call_handler(vm: &mut Vm, event_loop: Value, entries: &[(&str, Value)]) -> Flow {
    let context = vm.heap.new_dict(Dict::default());
    let id = context.obj().expect("dicts are objects");
    for &(name, value) in entries {
        let name = vm.heap.intern(name);
        vm.heap.dict_set_name(id, name, value);
    }
    Flow::Call {
        callee: state(vm).classes.call_exception_handler,
        args: vec![event_loop, context],
    }
}

/// Adds where a future or handle was made, if that is known.
fn push_origin(vm: &mut Vm, origin: Option<&Origin>, entries: &mut Vec<(&str, Value)>) {
    if let Some(origin) = origin {
        entries.push(("source_traceback", vm.heap.new_str(&origin.stack)));
    }
}

/// Tells of a handle that took long: what debug mode does after each.
pub(crate) fn slow_handle(vm: &mut Vm, event_loop: ObjId, payload: &Payload, taken_ns: u64) {
    let limit = base_events::event_loop(vm, event_loop).slow_callback_duration;
    let taken = base_events::seconds(taken_ns);
    if taken_ns == 0 || !vm.to_float(limit).is_ok_and(|limit| taken >= limit) {
        return;
    }
    let shown = match payload {
        Payload::Callback {
            handle: Some(handle),
            ..
        } => handle.id(),
        Payload::Callback { function, args, .. } => {
            events::file_handle(vm, event_loop, *function, args)
        }
        other => match other.task() {
            Some(task) => task,
            None => return,
        },
    };
    let told = vm.repr(shown.into()).and_then(|shown| {
        let line = format!(
            "Executing {shown} took {} seconds\n",
            decimal::fixed(taken, 3)
        );
        vm.write(Stream::Stderr, &line)
    });
    if let Err(raising) = told {
        let raised = vm.caught(raising);
        vm.unraisable(raised, "Exception ignored in the report of a slow handle");
    }
}

/// Reports the error of a callback, with its handle if it has one already.
///
/// # Errors
///
/// What the `repr()` of a program's callback raises.
pub(crate) fn callback_failed(
    vm: &mut Vm,
    event_loop: ObjId,
    (function, args): (Value, &[Value]),
    handle: Option<ObjId>,
    raised: Raised,
) -> PyResult<Flow> {
    let debug = base_events::event_loop(vm, event_loop).debug;
    let source = callback_source(vm, function, debug.then_some(args))?;
    let message = vm.heap.new_str(&format!("Exception in callback {source}"));
    let handle = match handle {
        Some(handle) => handle,
        None => events::file_handle(vm, event_loop, function, args),
    };
    let origin = get::<Handle>(vm, handle).and_then(|handle| handle.origin.clone());
    let mut entries = vec![
        ("message", message),
        ("exception", raised.0.into()),
        ("handle", handle.into()),
    ];
    push_origin(vm, origin.as_deref(), &mut entries);
    Ok(call_handler(vm, event_loop.into(), &entries))
}

/// Reports the error of a task's step itself, not of its coroutine; `has_waited` for a future.
///
/// # Errors
///
/// Those of [`callback_failed`].
pub(crate) fn step_failed(
    vm: &mut Vm,
    event_loop: ObjId,
    has_waited: bool,
    raised: Raised,
) -> PyResult<Flow> {
    let make = state(vm).classes.step_callback;
    let step = vm.call(make, &[Value::bool(has_waited)])?;
    callback_failed(vm, event_loop, (step, &[]), None, raised)
}

/// The last reference to a future or task has gone: says what nobody looked at.
pub(crate) fn future_lost(vm: &mut Vm, id: ObjId) {
    let event_loop = future(vm, id).event_loop();
    let is_pending = future(vm, id).state == State::Pending;
    let complains = future(vm, id)
        .task
        .as_ref()
        .is_some_and(|task| task.reports_destruction);
    let flow = if is_pending && complains {
        if state(vm).ending != Ending::Clears
            && let Some(task) = &future(vm, id).task
            && let (Some(_), Some(coroutine)) = (task.waiter(), task.coroutine().obj())
        {
            // A task that waits goes together with what it waits for; CPython finds the older
            // coroutine first and closes it. At the end of the program it does not: the machine's
            // module `ending` says why.
            vm.finalize_generator(coroutine);
        }
        let message = vm.heap.new_str("Task was destroyed but it is pending!");
        let mut entries = vec![("message", message), ("task", id.into())];
        let origin = future(vm, id).origin().cloned();
        push_origin(vm, origin.as_ref(), &mut entries);
        call_handler(vm, event_loop, &entries)
    } else if let (true, Some(exception)) =
        (future(vm, id).is_unretrieved, future(vm, id).exception())
    {
        let class = class_name(vm, id.into());
        let message = format!("{class} exception was never retrieved");
        let message = vm.heap.new_str(&message);
        let mut entries = vec![
            ("message", message),
            ("exception", exception.into()),
            ("future", id.into()),
        ];
        let origin = future(vm, id).origin().cloned();
        push_origin(vm, origin.as_ref(), &mut entries);
        call_handler(vm, event_loop, &entries)
    } else {
        return;
    };
    future_mut(vm, id).is_unretrieved = false;
    if let Some(task) = &mut future_mut(vm, id).task {
        task.reports_destruction = false;
    }
    if let Err(raising) = vm.finish(flow) {
        let raised = vm.caught(raising);
        vm.unraisable(raised, "Exception ignored in the report of a lost future");
    }
}
