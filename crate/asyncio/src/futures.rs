//! `Future`: a result that is not there yet. A `Task` and the future of a `gather` are futures with
//! more to them.

mod object;

use loopscope_executor::EventId;
use loopscope_python::native::{AwaitStep, Input, PyResult, Raised};
use loopscope_python::object::{Link, ObjId, Value, classes};
use loopscope_python::vm::Vm;

use crate::base_events::{self, CallbackScope, Payload};
use crate::contextvars;
use crate::foreign::{alloc, get, get_mut, raise};
use crate::gather;
use crate::host::{self, state, state_mut};
use crate::tasks;
use crate::trace::{EventKind, FutureKind};

pub(crate) use object::{Callback, DoneCallback, Future, Origin, State, origin};

/// How many tasks and gathers may be cancelled through each other: those that wait for themselves
/// in a circle go on without end.
const CANCEL_DEPTH_MAX: u32 = 400;

/// The future of an id that is known to be one.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn future(vm: &Vm, id: ObjId) -> &Future {
    get(vm, id).expect("the id was checked to be a future's")
}

/// The future of an id that is known to be one, to change it.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn future_mut(vm: &mut Vm, id: ObjId) -> &mut Future {
    get_mut(vm, id).expect("the id was checked to be a future's")
}

/// The id of a future, if the value is one.
pub(crate) fn as_future(vm: &Vm, value: Value) -> Option<ObjId> {
    crate::foreign::id_of::<Future>(vm, value)
}

/// Makes a future of a loop.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn new_future(vm: &mut Vm, event_loop: ObjId, kind: FutureKind, owner: Value) -> ObjId {
    let class = state(vm).classes.future;
    let mut future = Future::new(event_loop.into());
    future.set_origin(origin(vm, event_loop.into(), Some("base_events.py:460")));
    future.kind = kind;
    future.owner = owner.obj().map(Link::from);
    alloc(vm, class, future)
}

/// `await future`: yields itself until it is done.
///
/// # Errors
///
/// What the future raises, and what is thrown in.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn drive(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<AwaitStep> {
    if let Input::Raised(raised) = input {
        return Err(vm.raising(raised));
    }
    let future = future_mut(vm, id);
    if future.is_done() {
        return result(vm, id).map(AwaitStep::Return);
    }
    if std::mem::replace(&mut future.is_blocking, true) {
        // Who awaited it before was refused, as a task that awaits itself is.
        return Err(vm.runtime_error("await wasn't used with future"));
    }
    Ok(AwaitStep::Yield(id.into()))
}

/// `Future.result()`
///
/// # Errors
///
/// The future's exception, `CancelledError`, or `InvalidStateError`.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn result(vm: &mut Vm, id: ObjId) -> PyResult {
    let future = future_mut(vm, id);
    match future.state {
        State::Pending => {
            let class = state(vm).classes.invalid_state;
            raise(vm, class, "Result is not set.")
        }
        State::Cancelled => {
            let error = make_cancelled_error(vm, id);
            Err(vm.raising(Raised(error)))
        }
        State::Finished => {
            future.is_unretrieved = false;
            let Some(exception) = future.exception() else {
                return Ok(future.result);
            };
            let traceback_len = future.rare_mut().traceback_len;
            vm.exception_mut(exception)
                .traceback
                .truncate(traceback_len);
            Err(vm.raising(Raised(exception)))
        }
    }
}

/// `Future.exception()`: `None` if there is none.
///
/// # Errors
///
/// `CancelledError` or `InvalidStateError`.
pub(crate) fn exception(vm: &mut Vm, id: ObjId) -> PyResult<Option<ObjId>> {
    let future = future_mut(vm, id);
    match future.state {
        State::Pending => {
            let class = state(vm).classes.invalid_state;
            raise(vm, class, "Exception is not set.")
        }
        State::Cancelled => {
            let error = make_cancelled_error(vm, id);
            Err(vm.raising(Raised(error)))
        }
        State::Finished => {
            future.is_unretrieved = false;
            Ok(future.exception())
        }
    }
}

/// The error that awaiting a cancelled future raises: a task's own the first time, else a new one.
pub(crate) fn make_cancelled_error(vm: &mut Vm, id: ObjId) -> ObjId {
    let rare = future_mut(vm, id).rare.as_mut();
    if let Some(error) = rare.and_then(|rare| rare.cancelled_error.take()) {
        return error;
    }
    let message = future(vm, id).cancel_message();
    let class = state(vm).classes.cancelled_error;
    if message.is_none() {
        vm.new_exception(class, &[])
    } else {
        vm.new_exception(class, &[message])
    }
}

/// Ends a pending future and queues its callbacks.
#[cfg_attr(engine, optimize(speed))]
fn complete(vm: &mut Vm, id: ObjId) -> PyResult<()> {
    let future = future_mut(vm, id);
    debug_assert!(future.is_done(), "the state comes first");
    future.is_blocking = false;
    let callbacks = std::mem::take(&mut future.callbacks);
    let (kind, outcome) = (future.kind, future.outcome());
    let number = future.task.as_ref().map(|task| task.number);
    let event = match number {
        Some(number) => host::record(vm, EventKind::TaskDone(number, outcome)),
        None => host::record(vm, EventKind::FutureDone(kind, outcome)),
    };
    if let Some(number) = number {
        host::task_ended(vm, number, id);
    }
    future_mut(vm, id).done_event = event;
    for callback in callbacks {
        schedule_callback(vm, id, callback, event)?;
    }
    Ok(())
}

#[cfg_attr(engine, optimize(speed))]
fn schedule_callback(vm: &mut Vm, id: ObjId, callback: Callback, cause: EventId) -> PyResult<()> {
    let future = id.into();
    let payload = match callback {
        Callback::Call(call) => Payload::Callback {
            function: call.function,
            args: [id.into()].into(),
            scope: CallbackScope(call.scope),
            handle: None,
        },
        Callback::Wake(task) => Payload::Wake { task, future },
        Callback::Gather(outer) => Payload::Gather {
            outer,
            child: future,
        },
        Callback::Stop => Payload::Stop { future },
    };
    let event_loop = self::future(vm, id).event_loop();
    base_events::call_soon(vm, event_loop, payload, cause)?;
    Ok(())
}

fn check_pending(vm: &mut Vm, id: ObjId) -> PyResult<()> {
    if future(vm, id).is_done() {
        let class = state(vm).classes.invalid_state;
        return raise(vm, class, "invalid state");
    }
    Ok(())
}

/// `Future.set_result()`, also of tasks.
///
/// # Errors
///
/// `InvalidStateError` if it is done; `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn set_result(vm: &mut Vm, id: ObjId, result: Value) -> PyResult<()> {
    let future = future_mut(vm, id);
    if future.is_done() {
        return check_pending(vm, id);
    }
    future.result = result;
    future.state = State::Finished;
    complete(vm, id)
}

/// `Future.set_exception()`, also of tasks; takes a class or an instance.
///
/// # Errors
///
/// `InvalidStateError` if it is done; `TypeError` for what is no exception; `RuntimeError` if the
/// loop is closed.
pub(crate) fn set_exception(vm: &mut Vm, id: ObjId, exception: Value) -> PyResult<()> {
    check_pending(vm, id)?;
    let exception = match exception.obj() {
        Some(class)
            if vm.heap.is_instance(exception, classes::TYPE)
                && vm.heap.is_subclass(class, classes::BASE_EXCEPTION) =>
        {
            vm.call(exception, &[])?
        }
        _ => exception,
    };
    let Some(mut exception) = exception
        .obj()
        .filter(|_| vm.heap.is_instance(exception, classes::BASE_EXCEPTION))
    else {
        return raise(vm, classes::TYPE_ERROR, "invalid exception object");
    };
    if vm
        .heap
        .is_instance(exception.into(), classes::STOP_ITERATION)
    {
        let message = "StopIteration interacts badly with generators and cannot be raised into a \
                       Future";
        let raising = vm.runtime_error(message);
        let Raised(outer) = vm.caught(raising);
        let cause = Value::Obj(exception);
        let error = vm.exception_mut(outer);
        error.cause = cause;
        error.context = cause;
        error.suppress_context = true;
        exception = outer;
    }
    let traceback_len = vm.exception(exception).traceback.len();
    let future = future_mut(vm, id);
    future.exception = Some(exception.into());
    future.rare_mut().traceback_len = traceback_len;
    future.state = State::Finished;
    if future.callbacks.is_empty() {
        state_mut(vm).unwatched.push(id);
    }
    complete(vm, id)?;
    future_mut(vm, id).is_unretrieved = true;
    vm.note_fragile(id);
    Ok(())
}

/// `Future.cancel()` of a plain future, and the end of a cancelled task.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
pub(crate) fn cancel_future(vm: &mut Vm, id: ObjId, message: Value) -> PyResult<bool> {
    let future = future_mut(vm, id);
    future.is_unretrieved = false;
    if future.is_done() {
        return Ok(false);
    }
    future.state = State::Cancelled;
    future.set_cancel_message(message);
    complete(vm, id)?;
    Ok(true)
}

/// `cancel()` of whatever kind of future, also where a program's subclass has its own.
///
/// # Errors
///
/// What the subclass raises; `RuntimeError` if the loop is closed.
pub(crate) fn cancel(vm: &mut Vm, id: ObjId, message: Value) -> PyResult<bool> {
    if state(vm).cancel_depth >= CANCEL_DEPTH_MAX {
        let message = "maximum recursion depth exceeded";
        return raise(vm, classes::RECURSION_ERROR, message);
    }
    state_mut(vm).cancel_depth += 1;
    let answer = cancel_any(vm, id, message);
    state_mut(vm).cancel_depth -= 1;
    answer
}

fn cancel_any(vm: &mut Vm, id: ObjId, message: Value) -> PyResult<bool> {
    let class = vm.heap.class_of(id);
    if vm.heap.type_ref(class).is_heap {
        let keyword = vm.heap.intern("msg");
        let method = crate::foreign::attribute(vm, id.into(), "cancel")?;
        let answer = vm.call_keywords(method, &[], &[(keyword, message)])?;
        return vm.is_true(answer);
    }
    cancel_native(vm, id, message)
}

/// `cancel()` as the native classes have it.
pub(crate) fn cancel_native(vm: &mut Vm, id: ObjId, message: Value) -> PyResult<bool> {
    let future = future(vm, id);
    if future.task.is_some() {
        tasks::cancel(vm, id, message)
    } else if future.gather.is_some() {
        gather::cancel(vm, id, message)
    } else {
        cancel_future(vm, id, message)
    }
}

/// Has a callback run when the future is done; at once, as a handle, if it is.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn add_callback(vm: &mut Vm, id: ObjId, callback: Callback) -> PyResult<()> {
    let future = future_mut(vm, id);
    if future.is_done() {
        // What makes the callback ready is the end of the future, however long ago.
        let cause = future.done_event;
        return schedule_callback(vm, id, callback, cause);
    }
    if future.callbacks.is_empty() {
        future.callbacks.reserve_exact(1); // mostly it is the only one
    }
    future.callbacks.push(callback);
    Ok(())
}

/// Adds a function as `Future.add_done_callback()` does.
///
/// # Errors
///
/// `TypeError` for a context that is none; `RuntimeError` if the loop is closed.
pub(crate) fn add_done_callback(
    vm: &mut Vm,
    id: ObjId,
    function: Value,
    context: Value,
) -> PyResult<()> {
    let scope = contextvars::scope_argument(vm, context)?;
    let call = Box::new(DoneCallback { function, scope });
    add_callback(vm, id, Callback::Call(call))
}

/// Sets the result unless the future was cancelled: what the timer of a sleep does.
///
/// # Errors
///
/// `InvalidStateError` if it is done otherwise.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn set_result_unless_cancelled(vm: &mut Vm, id: ObjId, value: Value) -> PyResult<()> {
    if future(vm, id).state == State::Cancelled {
        return Ok(());
    }
    set_result(vm, id, value)
}
