//! The hot half of `py/queues.py`: what a `Queue` does when nobody has to wait.

use loopscope_python::native::{NativeDef, PyResult};
use loopscope_python::object::{ObjId, Value};
use loopscope_python::vm::Vm;

use crate::locks::{own, wake};

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_put_at_once", "class, queue, item, /", put_at_once),
    NativeDef::new("_get_at_once", "class, queue, nothing, /", get_at_once),
];

/// The queue, if it is of the class itself: a subclass may keep its items in another way.
fn plain_queue(vm: &Vm, class: Value, queue: Value) -> Option<ObjId> {
    let is_plain = class.obj() == Some(vm.heap.type_of(queue));
    queue.obj().filter(|_| is_plain)
}

/// `put_nowait()` where there is room; else `False`, and nothing is done.
fn put_at_once(vm: &mut Vm, args: &[Value]) -> PyResult {
    let is_done = match plain_queue(vm, args[0], args[1]) {
        Some(queue) => put(vm, queue, args[2])?,
        None => false,
    };
    Ok(Value::Bool(is_done))
}

fn put(vm: &mut Vm, queue: ObjId, item: Value) -> PyResult<bool> {
    let items = own(vm, queue, "_queue").unwrap_or(Value::None);
    let (Some(Value::Bool(false)), Some(Value::Int(size_max)), Some(size)) = (
        own(vm, queue, "_is_shutdown"),
        own(vm, queue, "_maxsize"),
        vm.deque_items(items).map(|items| items.len()),
    ) else {
        return Ok(false);
    };
    let is_full = usize::try_from(size_max).is_ok_and(|max| max > 0 && size >= max);
    let (Some(Value::Int(unfinished)), Some(Value::Obj(finished))) = (
        own(vm, queue, "_unfinished_tasks"),
        own(vm, queue, "_finished"),
    ) else {
        return Ok(false);
    };
    if is_full || !vm.deque_push(items, item) {
        return Ok(false);
    }
    let name = vm.heap.intern("_unfinished_tasks");
    let unfinished = Value::Int(unfinished.saturating_add(1));
    vm.heap.set_own_attribute(queue, name, unfinished);
    let name = vm.heap.intern("_value");
    vm.heap
        .set_own_attribute(finished, name, Value::Bool(false));
    wake_next(vm, queue, "_getters")?;
    Ok(true)
}

/// `get_nowait()` where there is an item; else the third argument, and nothing is done.
fn get_at_once(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [class, queue, nothing] = *args else {
        unreachable!("the signature has three parameters")
    };
    let Some(queue) = plain_queue(vm, class, queue) else {
        return Ok(nothing);
    };
    let items = own(vm, queue, "_queue").unwrap_or(Value::None);
    let Some(item) = vm.deque_pop_first(items) else {
        return Ok(nothing);
    };
    wake_next(vm, queue, "_putters")?;
    Ok(item)
}

/// Wakes the first who waits and has not been woken.
fn wake_next(vm: &mut Vm, queue: ObjId, waiters: &str) -> PyResult<()> {
    let waiters = own(vm, queue, waiters).unwrap_or(Value::None);
    while let Some(waiter) = vm.deque_pop_first(waiters) {
        if wake(vm, waiter, Value::None)? {
            break;
        }
    }
    Ok(())
}
