//! How futures and tasks are shown.

use loopscope_python::native::PyResult;
use loopscope_python::object::ObjId;
use loopscope_python::vm::Vm;

use crate::coroutines;
use crate::foreign::class_name;
use crate::format_helpers::{callback_source, short_repr};
use crate::futures::{Callback, State, future};
use crate::host::{state, state_mut};
use crate::tasks;

/// Where CPython 3.14 defines the callbacks that are native here.
const STOP: &str = "_run_until_complete_cb() at /usr/lib/python3.14/asyncio/base_events.py:181";
const GATHER: &str = "gather.<locals>._done_callback() at /usr/lib/python3.14/asyncio/tasks.py:829";

/// `repr()` of a future or task.
///
/// # Errors
///
/// What a program's own `__repr__` raises.
pub(crate) fn repr(vm: &mut Vm, id: ObjId) -> PyResult<String> {
    if state(vm).shown.contains(&id) {
        // Tasks may wait for each other in a circle.
        return Ok("...".to_owned());
    }
    state_mut(vm).shown.push(id);
    let text = repr_once(vm, id);
    state_mut(vm).shown.pop();
    text
}

fn repr_once(vm: &mut Vm, id: ObjId) -> PyResult<String> {
    let mut parts = vec![state_text(vm, id)];
    if future(vm, id).task.is_some() {
        let name = tasks::task(vm, id).name.to_string();
        let name = vm.heap.new_str(&name);
        parts.push(format!("name={}", vm.repr(name)?));
        let coroutine = tasks::task(vm, id).coroutine();
        if !coroutine.is_none() {
            let text = coroutines::describe(vm, coroutine)?;
            parts.push(format!("coro=<{text}>"));
        }
        if let Some(waiter) = tasks::task(vm, id).waiter() {
            let text = vm.repr(waiter.into())?;
            parts.push(format!("wait_for={text}"));
        }
    }
    let (state, exception, result) = {
        let future = future(vm, id);
        (future.state, future.exception(), future.result)
    };
    if state == State::Finished {
        parts.push(match exception {
            Some(exception) => format!("exception={}", vm.repr(exception.into())?),
            None => format!("result={}", short_repr(vm, result)?),
        });
    }
    let callbacks = future(vm, id).callbacks.clone();
    if !callbacks.is_empty() {
        parts.push(format!("cb=[{}]", callbacks_text(vm, &callbacks)?));
    }
    if let Some(origin) = future(vm, id).origin() {
        parts.push(format!("created at {}", origin.place));
    }
    Ok(format!(
        "<{} {}>",
        class_name(vm, id.into()),
        parts.join(" ")
    ))
}

fn state_text(vm: &Vm, id: ObjId) -> String {
    let future = future(vm, id);
    match future.state {
        State::Pending if future.task.as_ref().is_some_and(|task| task.n_cancels > 0) => {
            "cancelling"
        }
        State::Pending => "pending",
        State::Finished => "finished",
        State::Cancelled => "cancelled",
    }
    .to_owned()
}

fn callbacks_text(vm: &mut Vm, callbacks: &[Callback]) -> PyResult<String> {
    Ok(match callbacks {
        [] => String::new(),
        [only] => callback_text(vm, only)?,
        [first, last] => {
            let first = callback_text(vm, first)?;
            format!("{first}, {}", callback_text(vm, last)?)
        }
        [first, between @ .., last] => {
            let first = callback_text(vm, first)?;
            let last = callback_text(vm, last)?;
            format!("{first}, <{} more>, {last}", between.len())
        }
    })
}

fn callback_text(vm: &mut Vm, callback: &Callback) -> PyResult<String> {
    match callback {
        Callback::Call(call) => callback_source(vm, call.function, None),
        Callback::Wake(_) => Ok("Task.task_wakeup()".to_owned()),
        Callback::Gather(_) => Ok(GATHER.to_owned()),
        Callback::Stop => Ok(STOP.to_owned()),
    }
}

/// What `_state` shows.
pub(crate) fn state_name(state: State) -> &'static str {
    match state {
        State::Pending => "PENDING",
        State::Finished => "FINISHED",
        State::Cancelled => "CANCELLED",
    }
}
