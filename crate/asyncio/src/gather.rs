//! `gather()`: one future for the results of many.

use loopscope_python::native::PyResult;
use loopscope_python::object::{ObjId, Value};
use loopscope_python::vm::Vm;

use crate::foreign::alloc;
use crate::futures::{self, Callback, Future, State, future, future_mut};
use crate::host::state;
use crate::trace::FutureKind;

/// What the outer future of a `gather` knows of its children.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Gather {
    /// In the order of the arguments; one may stand there more than once.
    pub(crate) children: Vec<ObjId>,
    /// How many different children have not ended.
    n_left: usize,
    return_exceptions: bool,
    is_cancel_requested: bool,
    /// The task that called it.
    pub(crate) parent: Option<ObjId>,
}

impl Gather {
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.children.iter().for_each(|&child| visit(child.into()));
        if let Some(parent) = self.parent {
            visit(parent.into());
        }
    }

    pub(crate) fn size_bytes(&self) -> usize {
        64 + self.children.len() * size_of::<ObjId>()
    }
}

/// Makes the outer future of `children`, which are futures of the loop.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn new_gather(
    vm: &mut Vm,
    event_loop: Value,
    children: Vec<ObjId>,
    return_exceptions: bool,
) -> PyResult<ObjId> {
    let mut unique = children.clone();
    unique.sort_unstable();
    unique.dedup();
    let mut outer = Future::new(event_loop);
    outer.kind = FutureKind::Gather;
    outer.gather = Some(Box::new(Gather {
        children: children.clone(),
        n_left: unique.len(),
        return_exceptions,
        is_cancel_requested: false,
        parent: state(vm).current_task.map(|(task, _)| task),
    }));
    let class = state(vm).classes.gathering_future;
    let outer = alloc(vm, class, outer);
    // A child that is given twice counts once; those that are done already count at once.
    let mut done = Vec::new();
    let mut is_counted = vec![false; unique.len()];
    for child in children {
        let Ok(place) = unique.binary_search(&child) else {
            unreachable!("all children are among the unique ones")
        };
        if std::mem::replace(&mut is_counted[place], true) {
            continue;
        }
        if future(vm, child).is_done() {
            done.push(child);
        } else {
            futures::add_callback(vm, child, Callback::Gather(outer.into()))?;
        }
    }
    for child in done {
        child_done(vm, outer, child)?;
    }
    Ok(outer)
}

#[cfg_attr(engine, optimize(speed))]
fn gather_of(vm: &mut Vm, outer: ObjId) -> &mut Gather {
    let gather = future_mut(vm, outer).gather.as_mut();
    gather.expect("only the future of a gather counts children")
}

/// Counts a child that has ended.
///
/// # Errors
///
/// `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn child_done(vm: &mut Vm, outer: ObjId, child: ObjId) -> PyResult<()> {
    let gather = gather_of(vm, outer);
    gather.n_left -= 1;
    let return_exceptions = gather.return_exceptions;
    let is_last = gather.n_left == 0;
    let child_state = future(vm, child).state;
    if future(vm, outer).is_done() {
        // Nobody else will look at the exception.
        future_mut(vm, child).is_unretrieved = false;
        return Ok(());
    }
    if !return_exceptions {
        if child_state == State::Cancelled {
            let error = futures::make_cancelled_error(vm, child);
            return futures::set_exception(vm, outer, error.into());
        }
        if let Some(error) = futures::exception(vm, child)? {
            return futures::set_exception(vm, outer, error.into());
        }
    }
    if !is_last {
        return Ok(());
    }
    let results = results(vm, outer)?;
    if gather_of(vm, outer).is_cancel_requested {
        // Whoever cancelled the gather is told so, whatever the children made of it. The message is
        // that of the last child, as in CPython.
        let last = gather_of(vm, outer).children.last().copied();
        let error = futures::make_cancelled_error(vm, last.unwrap_or(child));
        return futures::set_exception(vm, outer, error.into());
    }
    let results = vm.heap.new_list(results);
    futures::set_result(vm, outer, results)
}

#[cfg_attr(engine, optimize(speed))]
fn results(vm: &mut Vm, outer: ObjId) -> PyResult<Vec<Value>> {
    let children = gather_of(vm, outer).children.clone();
    let mut results = Vec::with_capacity(children.len());
    for child in children {
        let result = if future(vm, child).state == State::Cancelled {
            let message = future(vm, child).cancel_message();
            let class = state(vm).classes.cancelled_error;
            let message = if message.is_none() {
                vm.heap.new_str("")
            } else {
                message
            };
            vm.new_exception(class, &[message]).into()
        } else if let Some(error) = futures::exception(vm, child)? {
            error.into()
        } else {
            future(vm, child).result
        };
        results.push(result);
    }
    Ok(results)
}

/// `cancel()`: cancels the children; the outer future follows when they have ended.
///
/// # Errors
///
/// What a child's own `cancel()` raises.
pub(crate) fn cancel(vm: &mut Vm, outer: ObjId, message: Value) -> PyResult<bool> {
    if future(vm, outer).is_done() {
        return Ok(false);
    }
    let mut is_any_cancelled = false;
    for child in gather_of(vm, outer).children.clone() {
        is_any_cancelled |= futures::cancel(vm, child, message)?;
    }
    if is_any_cancelled {
        gather_of(vm, outer).is_cancel_requested = true;
    }
    Ok(is_any_cancelled)
}
