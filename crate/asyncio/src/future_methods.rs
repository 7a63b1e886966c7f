//! The methods of `Future` and of the iterator behind its `__await__`.

use loopscope_python::native::{
    AwaitFn, AwaitStep, Input, NativeDef, NativeKind, PyResult, Raised,
};
use loopscope_python::object::{Foreign, ObjId, Object, Value, classes};
use loopscope_python::vm::Vm;

use crate::base_futures;
use crate::contextvars;
use crate::foreign::{alloc, foreign_basics, get, raise, receiver};
use crate::futures::{self, Callback, Future, State, future, future_mut};
use crate::host::state;

fn this(vm: &mut Vm, args: &[Value]) -> PyResult<ObjId> {
    receiver::<Future>(vm, args[0], "_asyncio.Future")
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = args[0].obj().unwrap_or(state(vm).classes.future);
    Ok(alloc(vm, class, Future::new(Value::Unbound)).into())
}

/// The loop argument of a constructor: the current loop if it isn't given.
pub(crate) fn loop_argument(vm: &mut Vm, value: Value) -> PyResult {
    if value.is_unbound() || value.is_none() {
        return crate::events::current_loop(vm).map(Value::Obj);
    }
    crate::base_events::loop_id(vm, value).map(Value::Obj)
}

fn init(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let event_loop = loop_argument(vm, args[1])?;
    let mut future = Future::new(event_loop);
    future.set_origin(futures::origin(vm, event_loop, None));
    *future_mut(vm, id) = future;
    Ok(Value::None)
}

fn result(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    futures::result(vm, id)
}

fn exception(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(futures::exception(vm, id)?.map_or(Value::None, Value::Obj))
}

fn set_result(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    futures::set_result(vm, id, args[1])?;
    Ok(Value::None)
}

fn set_exception(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    futures::set_exception(vm, id, args[1])?;
    Ok(Value::None)
}

fn cancel(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let message = args[1].bound().unwrap_or(Value::None);
    Ok(futures::cancel_native(vm, id, message)?.into())
}

fn cancelled(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok((future(vm, id).state == State::Cancelled).into())
}

fn done(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).is_done().into())
}

fn get_loop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    match future(vm, id).event_loop().bound() {
        Some(event_loop) => Ok(event_loop),
        None => raise(
            vm,
            classes::RUNTIME_ERROR,
            "Future object is not initialized.",
        ),
    }
}

fn add_done_callback(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    futures::add_done_callback(vm, id, args[1], args[2])?;
    Ok(Value::None)
}

fn remove_done_callback(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let callbacks = future(vm, id).callbacks.clone();
    let mut removed = 0;
    let mut kept = Vec::with_capacity(callbacks.len());
    for callback in callbacks {
        let is_same = match &callback {
            Callback::Call(call) => vm.equal(call.function, args[1])?,
            _ => false,
        };
        if is_same {
            removed += 1;
        } else {
            kept.push(callback);
        }
    }
    future_mut(vm, id).callbacks = kept;
    Ok(Value::Int(removed))
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let text = base_futures::repr(vm, id)?;
    Ok(vm.heap.new_str(&text))
}

/// The tasks that await a future, directly or by way of a function; `None` if there are none.
fn awaited_by(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let mut tasks = future(vm, id)
        .rare()
        .map_or_else(Vec::new, |rare| rare.awaited_by.clone());
    for callback in &future(vm, id).callbacks {
        match callback {
            Callback::Wake(task) => tasks.push(task.id()),
            Callback::Gather(outer) => {
                let gather = future(vm, outer.id()).gather.as_ref();
                tasks.extend(gather.and_then(|gather| gather.parent));
            }
            Callback::Call(..) | Callback::Stop => {}
        }
    }
    if tasks.is_empty() {
        return Ok(Value::None);
    }
    let set = vm
        .heap
        .alloc(classes::FROZENSET, Object::Set(Box::default()));
    for task in tasks {
        vm.set_add(set, task.into())?;
    }
    Ok(set.into())
}

fn state_name(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let name = base_futures::state_name(future(vm, id).state);
    Ok(vm.heap.new_str(name))
}

fn callbacks(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let callbacks = future(vm, id).callbacks.clone();
    let mut pairs = Vec::new();
    for callback in callbacks {
        if let Callback::Call(mut call) = callback {
            let context = contextvars::object_of(vm, &mut call.scope);
            pairs.push(vm.heap.new_tuple(&[call.function, context.into()]));
        }
    }
    if pairs.is_empty() {
        return Ok(Value::None);
    }
    Ok(vm.heap.new_list(pairs))
}

fn stored_result(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).result)
}

fn stored_exception(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).exception().map_or(Value::None, Value::Obj))
}

fn cancel_message(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).cancel_message())
}

fn make_cancelled_error(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(futures::make_cancelled_error(vm, id).into())
}

fn log_traceback(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).is_unretrieved.into())
}

fn set_log_traceback(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if vm.is_true(args[1])? {
        let message = "_log_traceback can only be set to False";
        return raise(vm, classes::VALUE_ERROR, message);
    }
    future_mut(vm, id).is_unretrieved = false;
    Ok(Value::None)
}

fn blocking(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(future(vm, id).is_blocking.into())
}

fn set_blocking(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    future_mut(vm, id).is_blocking = vm.is_true(args[1])?;
    Ok(Value::None)
}

fn class_item(vm: &mut Vm, args: &[Value]) -> PyResult {
    vm.new_generic_alias(args[0], args[1])
}

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *args, **kwargs", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, /, *, loop?", init),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::new("__await__", "self, /", iterate),
    NativeDef::new("__iter__", "self, /", iterate),
    NativeDef::new("result", "self, /", result),
    NativeDef::new("exception", "self, /", exception),
    NativeDef::new("set_result", "self, result, /", set_result),
    NativeDef::new("set_exception", "self, exception, /", set_exception),
    NativeDef::new("cancel", "self, /, msg?", cancel),
    NativeDef::new("cancelled", "self, /", cancelled),
    NativeDef::new("done", "self, /", done),
    NativeDef::new("get_loop", "self, /", get_loop),
    NativeDef::new(
        "add_done_callback",
        "self, fn, /, *, context?",
        add_done_callback,
    ),
    NativeDef::new("remove_done_callback", "self, fn, /", remove_done_callback),
    NativeDef::new("_make_cancelled_error", "self, /", make_cancelled_error),
    NativeDef::new("__class_getitem__", "cls, item, /", class_item).kind(NativeKind::Class),
    NativeDef::getter("_asyncio_awaited_by", awaited_by),
    NativeDef::getter("_loop", get_loop),
    NativeDef::getter("_state", state_name),
    NativeDef::getter("_callbacks", callbacks),
    NativeDef::getter("_result", stored_result),
    NativeDef::getter("_exception", stored_exception),
    NativeDef::getter("_cancel_message", cancel_message),
    NativeDef::getter("_log_traceback", log_traceback),
    NativeDef::new("_log_traceback", "self, value, /", set_log_traceback).kind(NativeKind::Setter),
    NativeDef::getter("_asyncio_future_blocking", blocking),
    NativeDef::new("_asyncio_future_blocking", "self, value, /", set_blocking)
        .kind(NativeKind::Setter),
];

/// The iterator of `future.__await__()`.
#[derive(Clone, Debug, Hash)]
struct FutureIter {
    future: ObjId,
}

impl Foreign for FutureIter {
    foreign_basics!();
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.future.into());
    }
    fn awaiter(&self) -> Option<AwaitFn> {
        Some(drive_iter)
    }
}

fn drive_iter(vm: &mut Vm, id: ObjId, input: Input) -> PyResult<AwaitStep> {
    let future = get::<FutureIter>(vm, id).expect("the iterator drives itself");
    let future = future.future;
    futures::drive(vm, future, input)
}

fn iterate(vm: &mut Vm, args: &[Value]) -> PyResult {
    let future = this(vm, args)?;
    let class = state(vm).classes.future_iter;
    Ok(alloc(vm, class, FutureIter { future }).into())
}

fn step(vm: &mut Vm, this: Value, input: Input) -> PyResult {
    let id = receiver::<FutureIter>(vm, this, "_asyncio.FutureIter")?;
    match drive_iter(vm, id, input)? {
        AwaitStep::Yield(value) | AwaitStep::Last(value) => Ok(value),
        AwaitStep::Return(value) => Err(vm.stop_iteration(value)),
        AwaitStep::Resume { .. } => unreachable!("a future awaits nothing itself"),
    }
}

fn iter_self(_: &mut Vm, args: &[Value]) -> PyResult {
    Ok(args[0])
}

fn iter_next(vm: &mut Vm, args: &[Value]) -> PyResult {
    step(vm, args[0], Input::Returned(Value::None))
}

fn iter_throw(vm: &mut Vm, args: &[Value]) -> PyResult {
    let is_class = vm.heap.is_instance(args[1], classes::TYPE);
    let error = if is_class {
        vm.call(args[1], &[])?
    } else {
        args[1]
    };
    match error.obj() {
        Some(id) if vm.heap.is_instance(error, classes::BASE_EXCEPTION) => {
            Err(vm.raising(Raised(id)))
        }
        _ => raise(
            vm,
            classes::TYPE_ERROR,
            "exceptions must be classes deriving BaseException or instances of such a class",
        ),
    }
}

fn iter_close(_: &mut Vm, _: &[Value]) -> PyResult {
    Ok(Value::None)
}

pub(crate) static ITER_METHODS: &[NativeDef] = &[
    NativeDef::new("__iter__", "self, /", iter_self),
    NativeDef::new("__next__", "self, /", iter_next),
    NativeDef::new("send", "self, value, /", iter_next),
    NativeDef::new("throw", "self, type, value?, traceback?, /", iter_throw),
    NativeDef::new("close", "self, /", iter_close),
];
