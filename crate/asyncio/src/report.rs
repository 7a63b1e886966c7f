//! What asyncio says about errors that nobody handles.

use loopscope_python::native::{Flow, PyResult, Raised};
use loopscope_python::object::{Dict, ObjId, Value};
use loopscope_python::vm::Vm;

use crate::base_events::Payload;
use crate::events;
use crate::foreign::class_name;
use crate::format_helpers::callback_source;
use crate::futures::{State, future, future_mut};
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

/// Reports the error of a callback.
///
/// # Errors
///
/// What the `repr()` of a program's callback raises.
pub(crate) fn callback_failed(
    vm: &mut Vm,
    event_loop: ObjId,
    payload: &Payload,
    raised: Raised,
) -> PyResult<Flow> {
    let Payload::Callback {
        function, handle, ..
    } = payload
    else {
        return Err(raised);
    };
    let source = callback_source(vm, *function, None)?;
    let message = vm.heap.new_str(&format!("Exception in callback {source}"));
    let handle = match handle {
        Some(handle) => *handle,
        None => events::handle_for_report(vm, event_loop, *function),
    };
    let entries = [
        ("message", message),
        ("exception", raised.0.into()),
        ("handle", handle.into()),
    ];
    Ok(call_handler(vm, event_loop.into(), &entries))
}

/// The last reference to a future or task has gone: says what nobody looked at.
pub(crate) fn future_lost(vm: &mut Vm, id: ObjId) {
    let event_loop = future(vm, id).event_loop;
    let state = future(vm, id).state;
    let complains = future(vm, id)
        .task
        .as_ref()
        .is_some_and(|task| task.reports_destruction);
    let flow = if state == State::Pending && complains {
        let message = vm.heap.new_str("Task was destroyed but it is pending!");
        let entries = [("message", message), ("task", id.into())];
        call_handler(vm, event_loop, &entries)
    } else if let (true, Some(exception)) =
        (future(vm, id).is_unretrieved, future(vm, id).exception)
    {
        let class = class_name(vm, id.into());
        let message = format!("{class} exception was never retrieved");
        let message = vm.heap.new_str(&message);
        let entries = [
            ("message", message),
            ("exception", exception.into()),
            ("future", id.into()),
        ];
        call_handler(vm, event_loop, &entries)
    } else {
        return;
    };
    future_mut(vm, id).is_unretrieved = false;
    if let Some(task) = &mut future_mut(vm, id).task {
        task.reports_destruction = false;
    }
    if let Err(raised) = vm.finish(flow) {
        vm.unraisable(raised, "Exception ignored in the report of a lost future");
    }
}
