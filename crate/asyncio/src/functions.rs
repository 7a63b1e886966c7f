//! Functions of the package `asyncio`, and the native halves of those that are written in Python.

use loopscope_python::native::{AwaitFn, AwaitStep, Flow, Input, NativeDef, PyResult};
use loopscope_python::object::{Foreign, ObjId, Object, Value, classes};
use loopscope_python::vm::{Stream, Vm};

use crate::base_events::{self, EventLoop, Payload, deadline, seconds};
use crate::coroutines;
use crate::events::{current_loop, running_loop};
use crate::foreign::{alloc, attribute, foreign_basics, id_of, passes, raise};
use crate::futures::{self, as_future, future, future_mut};
use crate::gather;
use crate::host::{state, state_mut};
use crate::loop_methods;
use crate::trace::FutureKind;

/// Whether a value can be called.
pub(crate) fn is_callable(vm: &mut Vm, value: Value) -> bool {
    vm.lookup_special(value, "__call__").is_some()
        || matches!(
            vm.heap.object(value),
            Some(
                Object::Function(_) | Object::Native(_) | Object::BoundMethod(_) | Object::Type(_)
            )
        )
}

/// `loop.create_task(coroutine, …)`, also where a program's subclass has its own.
#[cfg_attr(engine, optimize(speed))]
fn create_task_on(
    vm: &mut Vm,
    event_loop: Value,
    coroutine: Value,
    options: Value,
) -> PyResult<Flow> {
    let class = vm.heap.type_of(event_loop);
    match id_of::<EventLoop>(vm, event_loop) {
        Some(id) if !vm.heap.type_ref(class).is_heap => {
            loop_methods::create_task_with(vm, id, coroutine, options)
        }
        _ => {
            let method = attribute(vm, event_loop, "create_task")?;
            let keywords = crate::contextvars::keyword_pairs(vm, options);
            vm.call_flow(method, vec![coroutine], keywords)
        }
    }
}

#[cfg_attr(engine, optimize(speed))]
fn create_task(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let event_loop = running_loop(vm)?;
    let flow = create_task_on(vm, event_loop.into(), args[0], args[1])?;
    Ok(made_in(vm, flow, "tasks.py:395"))
}

/// Notes which place in CPython's library a new task shows as the one where it was made.
fn made_in(vm: &mut Vm, flow: Flow, place: &str) -> Flow {
    if let Flow::Return(task) = flow
        && let Some(id) = as_future(vm, task)
        && let Some(origin) = future_mut(vm, id).origin_mut()
    {
        origin.place = format!("/usr/lib/python3.14/asyncio/{place}");
    }
    flow
}

/// `ensure_future()`: a future as it is, a task of anything that can be awaited. `event_loop` may
/// be unbound or `None`.
///
/// # Errors
///
/// `ValueError` for a future of another loop; `TypeError` for what can't be awaited; those of
/// `create_task()`.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn ensure_future(vm: &mut Vm, value: Value, event_loop: Value) -> PyResult<Flow> {
    let event_loop = event_loop.bound().filter(|value| !value.is_none());
    if let Some(id) = as_future(vm, value) {
        let own = future(vm, id).event_loop();
        if event_loop.is_some_and(|event_loop| !event_loop.is(own)) {
            let message = "The future belongs to a different loop than the one specified as the \
                           loop argument";
            return raise(vm, classes::VALUE_ERROR, message);
        }
        return Ok(Flow::Return(value));
    }
    let mut coroutine = value;
    let is_coroutine = coroutines::is_coroutine(vm, value)?;
    if !is_coroutine {
        if !coroutines::is_awaitable(vm, value) {
            let message = "An asyncio.Future, a coroutine or an awaitable is required";
            let raised = vm.raise(classes::TYPE_ERROR, message);
            return Err(passes(vm, raised, "not_awaitable"));
        }
        let wrap = state(vm).classes.wrap_awaitable;
        coroutine = vm.call(wrap, &[value])?;
    }
    let event_loop = match event_loop {
        Some(event_loop) => event_loop,
        None => current_loop(vm)?.into(),
    };
    let flow = create_task_on(vm, event_loop, coroutine, Value::Unbound);
    let flow = flow.map(|flow| made_in(vm, flow, "tasks.py:746"));
    flow.or_else(|raising| {
        let raised = vm.caught(raising);
        if is_coroutine && vm.exception_matches(raised, classes::RUNTIME_ERROR) {
            vm.call_method(coroutine, "close", &[])?;
        }
        Err(vm.raising(raised))
    })
}

fn ensure_future_function(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    ensure_future(vm, args[0], args[1])
}

#[cfg_attr(engine, optimize(speed))]
fn gather_function(vm: &mut Vm, args: &[Value]) -> PyResult {
    let [return_exceptions, awaitables @ ..] = args else {
        unreachable!("the signature has a parameter")
    };
    let return_exceptions = !return_exceptions.is_unbound() && vm.is_true(*return_exceptions)?;
    if awaitables.is_empty() {
        let event_loop = current_loop(vm)?;
        let outer = futures::new_future(vm, event_loop, FutureKind::Gather, Value::Unbound);
        let results = vm.heap.new_list(Vec::new());
        futures::set_result(vm, outer, results)?;
        return Ok(outer.into());
    }
    let mut event_loop = state(vm).running.map_or(Value::None, Value::Obj);
    let mut known: Vec<(Value, ObjId)> = Vec::new();
    let mut children = Vec::with_capacity(awaitables.len());
    let has_doubles = has_doubles(awaitables);
    for &awaitable in awaitables {
        let double = known.iter().find(|(value, _)| value.is(awaitable));
        if has_doubles && let Some(&(_, child)) = double {
            children.push(child);
            continue;
        }
        let flow = ensure_future(vm, awaitable, event_loop)?;
        let child = vm.finish(flow)?;
        let Some(child) = as_future(vm, child) else {
            return raise(vm, classes::TYPE_ERROR, "a future is required");
        };
        if event_loop.is_none() {
            event_loop = future(vm, child).event_loop();
        }
        if !Value::Obj(child).is(awaitable)
            && let Some(task) = &mut future_mut(vm, child).task
        {
            // Nobody else knows the task, so nobody could have kept it.
            task.reports_destruction = false;
        }
        if has_doubles {
            known.push((awaitable, child));
        }
        children.push(child);
    }
    gather::new_gather(vm, event_loop, children, return_exceptions).map(Value::Obj)
}

fn has_doubles(values: &[Value]) -> bool {
    let mut ids: Vec<_> = values.iter().filter_map(|value| value.obj()).collect();
    ids.sort_unstable();
    ids.windows(2).any(|pair| pair[0] == pair[1])
}

fn current_task(vm: &mut Vm, args: &[Value]) -> PyResult {
    let event_loop = match args[0].bound().filter(|value| !value.is_none()) {
        Some(event_loop) => event_loop,
        None => running_loop(vm)?.into(),
    };
    let task = state(vm).current_task.map(|(task, _)| task);
    let task = task.filter(|&task| future(vm, task).event_loop().is(event_loop));
    Ok(task.map_or(Value::None, Value::Obj))
}

fn all_tasks(vm: &mut Vm, args: &[Value]) -> PyResult {
    let event_loop = match args[0].bound().filter(|value| !value.is_none()) {
        Some(event_loop) => event_loop,
        None => running_loop(vm)?.into(),
    };
    let pending: Vec<_> = state(vm)
        .records
        .iter()
        .filter(|record| record.end.is_none())
        .filter_map(crate::host::TaskRecord::object)
        .filter(|&id| future(vm, id).event_loop().is(event_loop))
        .collect();
    let set = vm.heap.alloc(classes::SET, Object::Set(Box::default()));
    for task in pending {
        vm.set_add(set, task.into())?;
    }
    Ok(set.into())
}

fn is_future(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(as_future(vm, args[0]).is_some().into())
}

fn is_coroutine(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(coroutines::is_coroutine(vm, args[0])?.into())
}

fn is_coroutine_function(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(coroutines::is_coroutine_function(vm, args[0])?.into())
}

/// Notes that a task awaits a future by way of a function.
fn add_to_awaited_by(vm: &mut Vm, args: &[Value]) -> PyResult {
    if let (Some(id), Some(task)) = (as_future(vm, args[0]), as_future(vm, args[1]))
        && let awaited_by = &mut future_mut(vm, id).rare_mut().awaited_by
        && !awaited_by.contains(&task)
    {
        awaited_by.push(task);
    }
    Ok(Value::None)
}

fn discard_from_awaited_by(vm: &mut Vm, args: &[Value]) -> PyResult {
    if let (Some(id), Some(task)) = (as_future(vm, args[0]), as_future(vm, args[1])) {
        future_mut(vm, id)
            .rare_mut()
            .awaited_by
            .retain(|&other| other != task);
    }
    Ok(Value::None)
}

/// `_enter_task(loop, task)`: what drives coroutines without a loop's help makes a task current.
fn enter_task(vm: &mut Vm, args: &[Value]) -> PyResult {
    let Some(id) = crate::tasks::as_task(vm, args[1]) else {
        return raise(vm, classes::TYPE_ERROR, "a task is required");
    };
    if let Some((current, _)) = state(vm).current_task {
        let (task, current) = (vm.repr(args[1])?, vm.repr(current.into())?);
        let message = format!(
            "Cannot enter into task {task} while another task {current} is being executed."
        );
        return raise(vm, classes::RUNTIME_ERROR, &message);
    }
    let number = crate::tasks::task(vm, id).number;
    state_mut(vm).current_task = Some((id, number));
    Ok(Value::None)
}

/// `_leave_task(loop, task)`: ends what `_enter_task()` began.
fn leave_task(vm: &mut Vm, args: &[Value]) -> PyResult {
    let current = state(vm).current_task.map(|(task, _)| task);
    if current != args[1].obj() {
        let task = vm.repr(args[1])?;
        let current = vm.repr(current.map_or(Value::None, Value::Obj))?;
        let message = format!("Leaving task {task} does not match the current task {current}.");
        return raise(vm, classes::RUNTIME_ERROR, &message);
    }
    state_mut(vm).current_task = None;
    Ok(Value::None)
}

/// The frames of a coroutine and of those that it awaits, outermost first: `_frames_of(coroutine)`
/// gives pairs of a frame and its coroutine.
fn frames_of(vm: &mut Vm, args: &[Value]) -> PyResult {
    let mut pairs = Vec::new();
    let mut next = args[0].obj();
    while let Some(id) = next
        && matches!(vm.heap.get(id), Object::Generator(_))
        && let Some(frame) = vm.generator_frame(id)
    {
        let is_shown = !vm.is_hidden(id);
        if is_shown {
            pairs.push(vm.heap.new_tuple(&[frame, id.into()]));
        }
        // CPython's walk ends at a step of an asynchronous generator.
        let awaited = vm.awaited_by(id).and_then(Value::obj);
        next = awaited.filter(|&id| vm.heap.class_of(id) != classes::ASYNC_GENERATOR);
    }
    Ok(vm.heap.new_list(pairs))
}

/// The frames of the running task, innermost first, as `_frames_of` gives them; the frame of the
/// caller stands first.
fn running_frames(vm: &mut Vm, _: &[Value]) -> PyResult {
    let frames = vm.stack_frames();
    let pairs = frames
        .into_iter()
        .map(|(frame, generator)| vm.heap.new_tuple(&[frame, generator]))
        .collect();
    Ok(vm.heap.new_list(pairs))
}

fn is_awaitable(vm: &mut Vm, args: &[Value]) -> PyResult {
    Ok(coroutines::is_awaitable(vm, args[0]).into())
}

/// A future of the running loop with its purpose: `_new_waiter(loop, kind, owner)`.
fn new_waiter(vm: &mut Vm, args: &[Value]) -> PyResult {
    let event_loop = base_events::loop_id(vm, args[0])?;
    let kind = vm.heap.str(args[1]);
    let kind = kind.map_or(FutureKind::Plain, |name| FutureKind::from_name(&name.text));
    Ok(futures::new_future(vm, event_loop, kind, args[2]).into())
}

/// The future of a sleep, its timer set: `_start_sleep(delay, result)`.
fn start_sleep(vm: &mut Vm, args: &[Value]) -> PyResult {
    let event_loop = running_loop(vm)?;
    let now = Value::float(seconds(vm.clock_ns));
    let when = vm.binary(loopscope_python::code::BinaryOp::Add, now, args[0])?;
    let deadline_ns = deadline(vm.to_float(when)?);
    let id = futures::new_future(vm, event_loop, FutureKind::Sleep, Value::Unbound);
    let payload = Payload::SetResult {
        future: id.into(),
        result: args[1],
    };
    let timer = base_events::call_at(vm, event_loop, deadline_ns, payload)?;
    future_mut(vm, id).timer = Some(timer);
    Ok(id.into())
}

/// Stops the timer of a sleep: `_end_sleep(future)`.
fn end_sleep(vm: &mut Vm, args: &[Value]) -> PyResult {
    if let Some(id) = as_future(vm, args[0])
        && let Some(timer) = future_mut(vm, id).timer.take()
    {
        let event_loop = base_events::loop_id(vm, future(vm, id).event_loop())?;
        base_events::cancel_handle(vm, event_loop, timer);
    }
    Ok(Value::None)
}

/// What `sleep(0)` awaits: gives way once. There is one, which has no state.
#[derive(Clone, Debug, Hash)]
struct GiveWay;

impl Foreign for GiveWay {
    foreign_basics!();
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
    fn awaiter(&self) -> Option<AwaitFn> {
        Some(|vm, _, input| match input {
            Input::Raised(raised) => Err(vm.raising(raised)),
            _ => Ok(AwaitStep::Last(Value::None)),
        })
    }
}

/// Makes the awaitable that gives way: `_new_give_way()`.
fn new_give_way(vm: &mut Vm, _: &[Value]) -> PyResult {
    let class = state(vm).classes.give_way;
    Ok(alloc(vm, class, GiveWay).into())
}

/// A line on standard error and an exception's report behind it: what logging does where nothing is
/// configured.
fn write_log(vm: &mut Vm, args: &[Value]) -> PyResult {
    let text = vm.str_of(args[0])?;
    vm.write(Stream::Stderr, &format!("{text}\n"))?;
    if let Some(id) = args[1].obj()
        && vm.heap.is_instance(args[1], classes::BASE_EXCEPTION)
    {
        let report = vm.format_exception(id);
        vm.write(Stream::Stderr, &report)?;
    }
    Ok(Value::None)
}

fn now(vm: &mut Vm, _: &[Value]) -> PyResult {
    Ok(Value::float(seconds(vm.clock_ns)))
}

/// A feature that exists in CPython and not here: `_unsupported(name)`.
fn unsupported(vm: &mut Vm, args: &[Value]) -> PyResult {
    let name = vm.str_of(args[0])?;
    Err(vm.raise(
        classes::NOT_IMPLEMENTED_ERROR,
        format_args!("{name} is not supported by Loopscope; see LIMITATIONS.md"),
    ))
}

pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::flow("create_task", "coro, **kwargs", create_task),
    NativeDef::flow(
        "ensure_future",
        "coro_or_future, /, *, loop?",
        ensure_future_function,
    ),
    NativeDef::new(
        "gather",
        "*coros_or_futures, return_exceptions?",
        gather_function,
    ),
    NativeDef::new("current_task", "loop?", current_task),
    NativeDef::new("all_tasks", "loop?", all_tasks),
    NativeDef::new("isfuture", "obj, /", is_future),
    NativeDef::new("iscoroutine", "obj", is_coroutine),
    NativeDef::new(
        "future_add_to_awaited_by",
        "fut, waiter, /",
        add_to_awaited_by,
    ),
    NativeDef::new(
        "future_discard_from_awaited_by",
        "fut, waiter, /",
        discard_from_awaited_by,
    ),
    NativeDef::new("_enter_task", "loop, task", enter_task),
    NativeDef::new("_leave_task", "loop, task", leave_task),
];

/// Functions that only this crate's Python sources see.
pub(crate) static INTERNAL_FUNCTIONS: &[NativeDef] = &[
    NativeDef::new("_isawaitable", "obj, /", is_awaitable),
    NativeDef::new("_iscoroutinefunction", "func", is_coroutine_function),
    NativeDef::new("_frames_of", "coroutine, /", frames_of),
    NativeDef::new("_running_frames", "", running_frames),
    NativeDef::new("_new_waiter", "loop, kind, owner, /", new_waiter),
    NativeDef::new("_start_sleep", "delay, result, /", start_sleep),
    NativeDef::new("_end_sleep", "future, /", end_sleep),
    NativeDef::new("_new_give_way", "", new_give_way),
    NativeDef::new("_report", "text, exception, /", write_log),
    NativeDef::new("_now", "", now),
    NativeDef::new("_unsupported", "name, /", unsupported),
];
