//! The hot half of `py/locks.py`: futures to wait for, and waking who waits.

use loopscope_python::native::{NativeDef, PyResult};
use loopscope_python::object::{ObjId, Value};
use loopscope_python::vm::Vm;

use crate::foreign::get;
use crate::futures::{self, Future, new_future};
use crate::host::state;
use crate::trace::FutureKind;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_waiter_of", "owner, kind, /", waiter_of),
    NativeDef::new("_waiter_among", "owner, waiters, kind, /", waiter_among),
    NativeDef::new("_wake_all", "waiters, result, /", wake_all),
];

/// The loop that runs, if an owner belongs to it.
#[cfg_attr(engine, optimize(speed))]
fn loop_of(vm: &Vm, owner: ObjId) -> Option<ObjId> {
    let state = state(vm);
    let (running, name) = (state.running?, state.classes.names.event_loop);
    let bound = vm.heap.own_attribute(owner, name)?;
    bound.is(running.into()).then_some(running)
}

/// A future that says for whom and for what it waits, if the owner belongs to the loop that runs;
/// else `None`, and the Python half finds out what is wrong or binds the owner to the loop.
fn waiter_of(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(running) = args[0].obj().and_then(|owner| loop_of(vm, owner)) else {
        return Ok(Value::None);
    };
    let kind = kind_of(vm, args[1]);
    Ok(new_future(vm, running, kind, args[0]).into())
}

fn kind_of(vm: &Vm, name: Value) -> FutureKind {
    let kind = vm.heap.str(name);
    kind.map_or(FutureKind::Plain, |name| FutureKind::from_name(&name.text))
}

/// As `_waiter_of`; the future stands in the owner's deque of those who wait.
#[cfg_attr(engine, optimize(speed))]
fn waiter_among(vm: &mut Vm, args: &[Value]) -> PyResult {
    let kind = kind_of(vm, args[2]);
    let owner = args[0].obj();
    Ok(owner.map_or(Value::None, |owner| enlist(vm, owner, args[1], kind)))
}

/// A future in a deque of those who wait for an owner; `None` if it belongs to no loop that runs.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn enlist(vm: &mut Vm, owner: ObjId, waiters: Value, kind: FutureKind) -> Value {
    let Some(running) = loop_of(vm, owner).filter(|_| vm.deque_items(waiters).is_some()) else {
        return Value::None;
    };
    let waiter = new_future(vm, running, kind, owner.into()).into();
    let is_in = vm.deque_push(waiters, waiter);
    debug_assert!(is_in, "it was just seen to be a deque");
    waiter
}

/// Gives a result to each of a deque's futures that is not done.
#[cfg_attr(engine, optimize(speed))]
fn wake_all(vm: &mut Vm, args: &[Value]) -> PyResult {
    let waiters: Vec<Value> = vm
        .deque_items(args[0])
        .map_or_else(Vec::new, <[Value]>::to_vec);
    for waiter in waiters {
        wake(vm, waiter, args[1])?;
    }
    Ok(Value::None)
}

/// Gives a result to a future that is not done; whether it was not.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn wake(vm: &mut Vm, waiter: Value, result: Value) -> PyResult<bool> {
    let Some(id) = waiter.obj() else {
        return Ok(false);
    };
    let is_pending = get::<Future>(vm, id).is_some_and(|future| !future.is_done());
    if is_pending {
        futures::set_result(vm, id, result)?;
    }
    Ok(is_pending)
}
