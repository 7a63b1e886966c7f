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
    NativeDef::new("_wake_all", "waiters, result, /", wake_all),
];

/// An attribute of an instance's own.
pub(crate) fn own(vm: &mut Vm, id: ObjId, name: &str) -> Option<Value> {
    let name = vm.heap.intern(name);
    vm.heap.own_attribute(id, name)
}

/// A future that says for whom and for what it waits, if the owner belongs to the loop that runs;
/// else `None`, and the Python half finds out what is wrong or binds the owner to the loop.
fn waiter_of(vm: &mut Vm, args: &[Value]) -> PyResult {
    let (Some(owner), Some(running)) = (args[0].obj(), state(vm).running) else {
        return Ok(Value::None);
    };
    let bound = own(vm, owner, "_loop");
    if !bound.is_some_and(|bound| bound.is(running.into())) {
        return Ok(Value::None);
    }
    let kind = vm.heap.str(args[1]);
    let kind = kind.map_or(FutureKind::Plain, |name| FutureKind::from_name(&name.text));
    Ok(new_future(vm, running, kind, args[0]).into())
}

/// Gives a result to each of a deque's futures that is not done.
fn wake_all(vm: &mut Vm, args: &[Value]) -> PyResult {
    let waiters: Vec<Value> = vm
        .deque_items(args[0])
        .map_or_else(Vec::new, |items| items.iter().copied().collect());
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
