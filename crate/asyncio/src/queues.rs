//! The hot half of `py/queues.py`: what a `Queue` does when nobody has to wait, and the futures of
//! those who have to.

use loopscope_python::native::{NativeDef, PyResult};
use loopscope_python::object::{ObjId, Truth, Value};
use loopscope_python::vm::Vm;

use crate::host::state;
use crate::locks::{enlist, wake};
use crate::trace::FutureKind;

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_put_at_once", "class, queue, item, /", put_at_once),
    NativeDef::new("_get_at_once", "class, queue, nothing, /", get_at_once),
    NativeDef::new("_putter_of", "class, queue, /", putter_of),
    NativeDef::new("_getter_of", "class, queue, /", getter_of),
];

/// The queue, if it is of the class itself: a subclass may keep its items in another way.
fn plain_queue(vm: &Vm, class: Value, queue: Value) -> Option<ObjId> {
    let is_plain = class.obj() == Some(vm.heap.type_of(queue));
    queue.obj().filter(|_| is_plain)
}

/// `put_nowait()` where there is room; else `False`, and nothing is done.
#[cfg_attr(engine, optimize(speed))]
fn put_at_once(vm: &mut Vm, args: &[Value]) -> PyResult {
    let is_done = match plain_queue(vm, args[0], args[1]) {
        Some(queue) => put(vm, queue, args[2])?,
        None => false,
    };
    Ok(Value::bool(is_done))
}

#[cfg_attr(engine, optimize(speed))]
fn put(vm: &mut Vm, queue: ObjId, item: Value) -> PyResult<bool> {
    let names = state(vm).classes.names;
    if !is_open(vm, queue) || is_full(vm, queue) != Some(false) {
        return Ok(false);
    }
    let items = vm.heap.own_attribute(queue, names.queue);
    let (Some(Value::Int(unfinished)), Some(Value::Obj(finished))) = (
        vm.heap.own_attribute(queue, names.unfinished_tasks),
        vm.heap.own_attribute(queue, names.finished),
    ) else {
        return Ok(false);
    };
    if !vm.deque_push(items.unwrap_or(Value::None), item) {
        return Ok(false);
    }
    let unfinished = Value::Int(unfinished.saturating_add(1));
    vm.heap
        .set_own_attribute(queue, names.unfinished_tasks, unfinished);
    vm.heap
        .set_own_attribute(finished, names.value, Value::bool(false));
    wake_next(vm, queue, names.getters)?;
    Ok(true)
}

#[cfg_attr(engine, optimize(speed))]
fn is_open(vm: &Vm, queue: ObjId) -> bool {
    let is_shutdown = state(vm).classes.names.is_shutdown;
    let is_shutdown = vm.heap.own_attribute(queue, is_shutdown);
    matches!(is_shutdown, Some(Value::Bool(Truth::False)))
}

#[cfg_attr(engine, optimize(speed))]
fn len(vm: &Vm, queue: ObjId) -> Option<usize> {
    let items = state(vm).classes.names.queue;
    let items = vm.heap.own_attribute(queue, items)?;
    vm.deque_items(items).map(|items| items.len())
}

#[cfg_attr(engine, optimize(speed))]
fn is_full(vm: &Vm, queue: ObjId) -> Option<bool> {
    let maxsize = state(vm).classes.names.maxsize;
    let Value::Int(max) = vm.heap.own_attribute(queue, maxsize)? else {
        return None;
    };
    let len = len(vm, queue)?;
    Some(usize::try_from(max).is_ok_and(|max| max > 0 && len >= max))
}

/// `get_nowait()` where there is an item; else the third argument, and nothing is done.
#[cfg_attr(engine, optimize(speed))]
fn get_at_once(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [class, queue, nothing] = *args else {
        unreachable!("the signature has three parameters")
    };
    let Some(queue) = plain_queue(vm, class, queue) else {
        return Ok(nothing);
    };
    let names = state(vm).classes.names;
    let items = vm.heap.own_attribute(queue, names.queue);
    let Some(item) = vm.deque_pop_first(items.unwrap_or(Value::None)) else {
        return Ok(nothing);
    };
    wake_next(vm, queue, names.putters)?;
    Ok(item)
}

/// A future for `get()` of a queue that is empty; else `None`, and nothing is done.
fn getter_of(vm: &mut Vm, args: &[Value]) -> PyResult {
    let waiters = state(vm).classes.names.getters;
    let queue = plain_queue(vm, args[0], args[1]);
    let queue = queue.filter(|&queue| len(vm, queue) == Some(0));
    waiter_of(vm, queue, waiters, FutureKind::QueueGet)
}

/// A future for `put()` into a queue that is full; else `None`, and nothing is done.
fn putter_of(vm: &mut Vm, args: &[Value]) -> PyResult {
    let waiters = state(vm).classes.names.putters;
    let queue = plain_queue(vm, args[0], args[1]);
    let queue = queue.filter(|&queue| is_full(vm, queue) == Some(true));
    waiter_of(vm, queue, waiters, FutureKind::QueuePut)
}

fn waiter_of(vm: &mut Vm, queue: Option<ObjId>, waiters: ObjId, kind: FutureKind) -> PyResult {
    let Some(queue) = queue.filter(|&queue| is_open(vm, queue)) else {
        return Ok(Value::None);
    };
    let waiters = vm.heap.own_attribute(queue, waiters);
    Ok(enlist(vm, queue, waiters.unwrap_or(Value::None), kind))
}

/// Wakes the first who waits and has not been woken.
#[cfg_attr(engine, optimize(speed))]
fn wake_next(vm: &mut Vm, queue: ObjId, waiters: ObjId) -> PyResult<()> {
    let waiters = vm.heap.own_attribute(queue, waiters);
    let waiters = waiters.unwrap_or(Value::None);
    while let Some(waiter) = vm.deque_pop_first(waiters) {
        if wake(vm, waiter, Value::None)? {
            break;
        }
    }
    Ok(())
}
