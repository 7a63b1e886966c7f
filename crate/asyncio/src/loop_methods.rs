//! The methods of event loops. Those that are coroutines stand in `py/base_events.py`.

use loopscope_python::code::BinaryOp;
use loopscope_python::native::{Flow, NativeDef, NativeKind, PyResult};
use loopscope_python::object::{ObjId, Value, classes};
use loopscope_python::vm::Vm;

use crate::base_events::{self, EventLoop, check_open, event_loop, event_loop_mut, seconds};
use crate::contextvars::keyword_pairs;
use crate::events;
use crate::foreign::{alloc, class_name, passes, raise, receiver};
use crate::functions;
use crate::futures::{self, Callback, as_future};
use crate::host::{state, state_mut};
use crate::run::{LoopRun, Method};
use crate::tasks::{self, TaskOptions};
use crate::trace::FutureKind;

fn this(vm: &mut Vm, args: &[Value]) -> PyResult<ObjId> {
    receiver::<EventLoop>(vm, args[0], "BaseEventLoop")
}

fn new(vm: &mut Vm, args: &[Value]) -> PyResult {
    let class = args[0].obj().unwrap_or(state(vm).classes.event_loop);
    let now_ns = vm.clock_ns;
    let id = alloc(vm, class, EventLoop::new(now_ns));
    state_mut(vm).loops.push(id);
    Ok(id.into())
}

fn init(_: &mut Vm, _: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    let event_loop = event_loop(vm, id);
    let word = |flag| if flag { "True" } else { "False" };
    let text = format!(
        "<{} running={} closed={} debug={}>",
        class_name(vm, args[0]),
        word(event_loop.is_running),
        word(event_loop.is_closed),
        word(event_loop.debug),
    );
    Ok(vm.heap.new_str(&text))
}

fn run_forever(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let id = this(vm, args)?;
    Ok(Flow::Enter(Box::new(LoopRun::new(
        vm,
        id,
        Method::Forever,
    )?)))
}

fn run_until_complete(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let id = this(vm, args)?;
    let run = LoopRun::new(vm, id, Method::UntilComplete)?;
    let is_new_task = as_future(vm, args[1]).is_none();
    let flow = functions::ensure_future(vm, args[1], id.into())?;
    let future = vm.finish(flow)?;
    let Some(future) = as_future(vm, future) else {
        return raise(vm, classes::TYPE_ERROR, "a future is required");
    };
    if is_new_task && let Some(task) = &mut futures::future_mut(vm, future).task {
        task.reports_destruction = false;
    }
    futures::add_callback(vm, future, Callback::Stop)?;
    Ok(Flow::Enter(Box::new(run.until(future, is_new_task))))
}

fn stop(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    event_loop_mut(vm, id).is_stopping = true;
    Ok(Value::None)
}

fn close(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if event_loop(vm, id).is_running {
        let message = "Cannot close a running event loop";
        return raise(vm, classes::RUNTIME_ERROR, message);
    }
    close_loop(vm, id);
    // What is still pending never ends: that is told the moment it is dropped.
    let pending: Vec<_> = state(vm)
        .records
        .iter()
        .filter(|record| record.end.is_none())
        .filter_map(crate::host::TaskRecord::object)
        .filter(|&task| futures::future(vm, task).event_loop().obj() == Some(id))
        .collect();
    for task in pending {
        vm.note_fragile(task);
    }
    Ok(Value::None)
}

fn close_loop(vm: &mut Vm, id: ObjId) {
    let event_loop = event_loop_mut(vm, id);
    event_loop.is_closed = true;
    event_loop.executor.clear();
    crate::signals::loop_closed(vm, id);
}

/// A loop that nothing holds any more closes itself.
pub(crate) fn loop_lost(vm: &mut Vm, id: ObjId) {
    let event_loop = event_loop(vm, id);
    if !event_loop.is_running && !event_loop.is_closed {
        close_loop(vm, id);
    }
}

fn is_running(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).is_running.into())
}

fn is_closed(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).is_closed.into())
}

fn time(vm: &mut Vm, args: &[Value]) -> PyResult {
    this(vm, args)?;
    // A program that asks again and again waits for the clock: `time` counts its readings.
    Ok(Value::float(seconds(vm.read_clock())))
}

fn call_soon(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    events::schedule(vm, id, Value::Unbound, args[1], &args[3..], args[2])
}

fn call_soon_threadsafe(vm: &mut Vm, args: &[Value]) -> PyResult {
    let handle = call_soon(vm, args)?;
    if let Some(id) = handle.obj() {
        let class = state(vm).classes.thread_safe_handle;
        vm.heap.set_class(id, class);
    }
    Ok(handle)
}

fn call_later(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if args[1].is_none() {
        return raise(vm, classes::TYPE_ERROR, "delay must not be None");
    }
    let now = Value::float(seconds(vm.clock_ns));
    let when = vm.binary(BinaryOp::Add, now, args[1])?;
    events::schedule(vm, id, when, args[2], &args[4..], args[3])
}

fn call_at(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if args[1].is_none() {
        return raise(vm, classes::TYPE_ERROR, "when cannot be None");
    }
    events::schedule(vm, id, args[1], args[2], &args[4..], args[3])
}

fn create_future(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(futures::new_future(vm, id, FutureKind::Plain, Value::Unbound).into())
}

fn create_task(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let id = this(vm, args)?;
    create_task_with(vm, id, args[1], args[2])
}

/// `loop.create_task(coroutine, **options)`; `options` is a dict or unbound.
pub(crate) fn create_task_with(
    vm: &mut Vm,
    id: ObjId,
    coroutine: Value,
    options: Value,
) -> PyResult<Flow> {
    if let Err(raised) = check_open(vm, id) {
        return Err(passes(vm, raised, "closed_create_task"));
    }
    let keywords = keyword_pairs(vm, options);
    let factory = event_loop(vm, id).task_factory;
    if !factory.is_none() {
        return vm.call_flow(factory, vec![id.into(), coroutine], keywords);
    }
    let mut known = TaskOptions::default();
    for (name, value) in keywords {
        match &**vm.heap.text(name) {
            "name" => known.name = value,
            "context" => known.context = value,
            "eager_start" => known.eager_start = vm.is_true(value)?,
            other => {
                let message = format!("Task() got an unexpected keyword argument '{other}'");
                return raise(vm, classes::TYPE_ERROR, &message);
            }
        }
    }
    tasks::new_task(vm, id, coroutine, known)
}

fn set_task_factory(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if !args[1].is_none() && !functions::is_callable(vm, args[1]) {
        let message = "task factory must be a callable or None";
        return raise(vm, classes::TYPE_ERROR, message);
    }
    event_loop_mut(vm, id).task_factory = args[1];
    Ok(Value::None)
}

fn get_task_factory(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).task_factory)
}

fn set_exception_handler(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    if !args[1].is_none() && !functions::is_callable(vm, args[1]) {
        let text = vm.repr(args[1])?;
        let message = format!("A callable object or None is expected, got {text}");
        return raise(vm, classes::TYPE_ERROR, &message);
    }
    event_loop_mut(vm, id).exception_handler = args[1];
    Ok(Value::None)
}

fn get_exception_handler(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).exception_handler)
}

fn get_debug(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).debug.into())
}

fn set_debug(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    event_loop_mut(vm, id).debug = vm.is_true(args[1])?;
    Ok(Value::None)
}

fn slow_callback_duration(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    Ok(event_loop(vm, id).slow_callback_duration)
}

fn set_slow_callback_duration(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    event_loop_mut(vm, id).slow_callback_duration = args[1];
    Ok(Value::None)
}

/// The asynchronous generators that have begun and not ended: `shutdown_asyncgens()` closes them.
fn take_generators(vm: &mut Vm, args: &[Value]) -> PyResult {
    this(vm, args)?;
    let generators = vm.open_async_generators();
    let generators = generators.into_iter().map(Value::Obj).collect();
    Ok(vm.heap.new_list(generators))
}

fn check_closed(vm: &mut Vm, args: &[Value]) -> PyResult {
    let id = this(vm, args)?;
    base_events::check_open(vm, id)?;
    Ok(Value::None)
}

pub(crate) static METHODS: &[NativeDef] = &[
    NativeDef::new("__new__", "cls, /, *args, **kwargs", new).kind(NativeKind::Static),
    NativeDef::new("__init__", "self, selector?", init),
    NativeDef::new("__repr__", "self, /", repr),
    NativeDef::flow("run_forever", "self", run_forever),
    NativeDef::flow("run_until_complete", "self, future", run_until_complete),
    NativeDef::new("stop", "self", stop),
    NativeDef::new("close", "self", close),
    NativeDef::new("is_running", "self", is_running),
    NativeDef::new("is_closed", "self", is_closed),
    NativeDef::new("time", "self", time),
    NativeDef::new("call_soon", "self, callback, *args, context?", call_soon),
    NativeDef::new(
        "call_soon_threadsafe",
        "self, callback, *args, context?",
        call_soon_threadsafe,
    ),
    NativeDef::new(
        "call_later",
        "self, delay, callback, *args, context?",
        call_later,
    ),
    NativeDef::new("call_at", "self, when, callback, *args, context?", call_at),
    NativeDef::new("create_future", "self", create_future),
    NativeDef::flow("create_task", "self, coro, **kwargs", create_task),
    NativeDef::new("set_task_factory", "self, factory", set_task_factory),
    NativeDef::new("get_task_factory", "self", get_task_factory),
    NativeDef::new(
        "set_exception_handler",
        "self, handler",
        set_exception_handler,
    ),
    NativeDef::new("get_exception_handler", "self", get_exception_handler),
    NativeDef::new("get_debug", "self", get_debug),
    NativeDef::new("set_debug", "self, enabled", set_debug),
    NativeDef::new("_check_closed", "self", check_closed),
    NativeDef::new("_take_generators", "self", take_generators),
    NativeDef::getter("slow_callback_duration", slow_callback_duration),
    NativeDef::new(
        "slow_callback_duration",
        "self, value, /",
        set_slow_callback_duration,
    )
    .kind(NativeKind::Setter),
];
