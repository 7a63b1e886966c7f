//! `Task`: drives a coroutine, one step for each handle.

use std::fmt;
use std::num::NonZeroU32;
use std::rc::Rc;

use loopscope_executor::{EventId, Origin};
use loopscope_python::native::{Flow, Input, PyResult, Raised, Resume};
use loopscope_python::object::{GeneratorState, Link, ObjId, Object, Value, classes};
use loopscope_python::vm::Vm;

use crate::base_events::{self, EventLoop, Payload, since_start};
use crate::contextvars::{self, Scope};
use crate::foreign::{attribute, get, raise};
use crate::futures::{self, Callback, Future, as_future, future, future_mut};
use crate::host::{TaskRecord, record, state, state_mut};
use crate::trace::{EventKind, FutureKind, TaskId, Waiting};

/// The name of a task: made from a number, or given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// `Task-` and this.
    Number(u32),
    /// By the program.
    Given(Rc<str>),
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(formatter, "Task-{number}"),
            Self::Given(name) => formatter.write_str(name),
        }
    }
}

/// What a task has beyond a future.
///
/// ```text
///           create_task, wake, bare yield
///  (1) scheduled ─── its handle runs ──▶ (2) running ─── returns or raises ──▶ (4) done
///        ▲                                      │
///        │                                awaits a future
///        └──── the future is done ──── (3) waiting
/// ```
#[derive(Clone, Debug, Hash)]
pub(crate) struct Task {
    pub(crate) number: TaskId,
    pub(crate) name: Name,
    coroutine: Option<Link>,
    /// What the steps resume: the coroutine, or for a step of an asynchronous generator a coroutine
    /// that awaits it.
    driver: Link,
    /// The line where it has slept since its last step ended.
    line: Option<NonZeroU32>,
    pub(crate) scope: Scope,
    waiter: Option<Link>,
    /// `CancelledError` is to be thrown at the next step.
    must_cancel: bool,
    pub(crate) n_cancels: u32,
    /// Whether "was destroyed but it is pending" is said.
    pub(crate) reports_destruction: bool,
}

impl Task {
    /// What it runs; `None` when an eager task is done.
    pub(crate) fn coroutine(&self) -> Value {
        self.coroutine.map_or(Value::None, Value::from)
    }

    /// An eager task is done, and lets go of its coroutine.
    pub(crate) fn drop_coroutine(&mut self) {
        self.coroutine = None;
    }

    /// The future that the task awaits: set in state 3 and, the future being done, in state 1.
    pub(crate) fn waiter(&self) -> Option<ObjId> {
        self.waiter.map(Link::id)
    }

    /// The program's line where it sleeps or will begin.
    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn line(&self, vm: &Vm) -> u32 {
        match (self.line, vm.heap.get(self.driver.id())) {
            // The program may have driven the coroutine to its end by other ways.
            (Some(line), Object::Generator(generator))
                if generator.state == GeneratorState::Suspended =>
            {
                line.get()
            }
            _ => line_of(vm, self.driver.id()),
        }
    }

    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        let held = [self.coroutine, Some(self.driver)];
        held.into_iter().flatten().for_each(|id| visit(id.into()));
        self.scope.trace(visit);
        if let Some(waiter) = self.waiter {
            visit(waiter.into());
        }
    }
}

/// The task of an id that is known to be one's.
pub(crate) fn task(vm: &Vm, id: ObjId) -> &Task {
    let task = future(vm, id).task.as_ref();
    task.expect("the id was checked to be a task's")
}

/// The task of an id that is known to be one's, to change it.
pub(crate) fn task_mut(vm: &mut Vm, id: ObjId) -> &mut Task {
    let task = future_mut(vm, id).task.as_mut();
    task.expect("the id was checked to be a task's")
}

/// The id of a task, if the value is one.
pub(crate) fn as_task(vm: &Vm, value: Value) -> Option<ObjId> {
    as_future(vm, value).filter(|&id| future(vm, id).task.is_some())
}

/// What `Task()` and `create_task()` take beside the coroutine; unbound or `None` where not given.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaskOptions {
    pub(crate) name: Value,
    pub(crate) context: Value,
    pub(crate) eager_start: bool,
}

impl Default for TaskOptions {
    fn default() -> Self {
        Self {
            name: Value::Unbound,
            context: Value::Unbound,
            eager_start: false,
        }
    }
}

/// Makes a future that is there already a task and schedules or begins its first step. The flow's
/// result is `returned`.
///
/// # Errors
///
/// `TypeError` if it is no coroutine; `RuntimeError` if the loop is closed.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn start(
    vm: &mut Vm,
    id: ObjId,
    coroutine: Value,
    options: TaskOptions,
    returned: Value,
) -> PyResult<Flow> {
    if !crate::coroutines::is_coroutine(vm, coroutine)? {
        let text = vm.repr(coroutine)?;
        let message = format!("a coroutine was expected, got {text}");
        return raise(vm, classes::TYPE_ERROR, &message);
    }
    let name = if options.name.is_unbound() || options.name.is_none() {
        let number = state(vm).next_name;
        state_mut(vm).next_name += 1;
        Name::Number(number)
    } else {
        Name::Given(vm.str_of(options.name)?)
    };
    let scope = contextvars::scope_argument(vm, options.context)?;
    let driver = match vm.heap.object(coroutine) {
        Some(Object::Foreign(_)) => {
            let wrap = state(vm).classes.wrap_awaitable;
            vm.call(wrap, &[coroutine])?
        }
        _ => coroutine,
    };
    let is_object = "what can be driven is an object";
    let parent = state(vm).current_task.map(|(_, number)| number);
    let number = TaskId::at(state(vm).records.len());
    future_mut(vm, id).task = Some(Box::new(Task {
        number,
        name,
        coroutine: coroutine.obj().map(Link::from),
        driver: driver.obj().expect(is_object).into(),
        line: None,
        scope,
        waiter: None,
        must_cancel: false,
        n_cancels: 0,
        reports_destruction: true,
    }));
    let coroutine = crate::coroutines::qualified_name(vm, coroutine);
    // What a run's end and what a server begins are no tasks of the program's own.
    let (owner, name) = coroutine.rsplit_once('.').unwrap_or(("", &coroutine));
    let is_shutdown = name.starts_with("shutdown_");
    let is_internal =
        owner.ends_with("EventLoop") && (name.starts_with('_') || is_shutdown && parent.is_none());
    state_mut(vm).records.push(TaskRecord {
        number,
        object: Some(id.into()),
        coroutine,
        end: None,
        parent,
        is_internal,
    });
    let event = record(vm, EventKind::TaskCreated(number));
    let event_loop = future(vm, id).event_loop();
    if options.eager_start && base_events::is_running(vm, event_loop) {
        return Ok(Flow::Enter(Box::new(crate::eager::EagerStart::new(
            id, returned,
        ))));
    }
    base_events::call_soon(vm, event_loop, Payload::Step { task: id.into() }, event)?;
    Ok(Flow::Return(returned))
}

/// Makes a task of a loop, of the native class.
///
/// # Errors
///
/// Those of [`start`].
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn new_task(
    vm: &mut Vm,
    event_loop: ObjId,
    coroutine: Value,
    options: TaskOptions,
) -> PyResult<Flow> {
    let class = state(vm).classes.task;
    let mut future = Future::new(event_loop.into());
    future.set_origin(futures::origin(vm, event_loop.into(), None));
    let id = crate::foreign::alloc(vm, class, future);
    start(vm, id, coroutine, options, id.into())
}

/// `Task.cancel()`
///
/// # Errors
///
/// What the awaited future's own `cancel()` raises.
pub(crate) fn cancel(vm: &mut Vm, id: ObjId, message: Value) -> PyResult<bool> {
    future_mut(vm, id).is_unretrieved = false;
    if future(vm, id).is_done() {
        return Ok(false);
    }
    let number = task(vm, id).number;
    let event = record(vm, EventKind::CancelRequested(number));
    task_mut(vm, id).n_cancels += 1;
    // What follows from it has the request as its cause.
    let before = std::mem::replace(&mut state_mut(vm).trace.current, event);
    let reached = match task(vm, id).waiter() {
        Some(waiter) => futures::cancel(vm, waiter, message),
        None => Ok(false),
    };
    state_mut(vm).trace.current = before;
    if reached? {
        // The waiter stays: it may be a task that swallows the cancellation, to be cancelled again.
        return Ok(true);
    }
    task_mut(vm, id).must_cancel = true;
    future_mut(vm, id).set_cancel_message(message);
    Ok(true)
}

/// `Task.uncancel()`: the number of requests that are left.
pub(crate) fn uncancel(vm: &mut Vm, id: ObjId) -> u32 {
    let task = task_mut(vm, id);
    task.n_cancels = task.n_cancels.saturating_sub(1);
    if task.n_cancels == 0 {
        task.must_cancel = false;
    }
    task.n_cancels
}

/// What is put back when a step ends.
#[derive(Clone, Debug)]
pub(crate) struct StepGuard {
    pub(crate) task: ObjId,
    pub(crate) outer_task: Option<(ObjId, TaskId)>,
    pub(crate) outer_scope: Scope,
}

/// Begins a step: the task becomes the current one, and the flow resumes its coroutine.
///
/// # Errors
///
/// `InvalidStateError` if the task is done; `RuntimeError` if its context is entered.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn begin_step(
    vm: &mut Vm,
    id: ObjId,
    mut thrown: Option<Raised>,
) -> PyResult<(StepGuard, Flow)> {
    let future = future_mut(vm, id);
    if future.is_done() {
        let class = state(vm).classes.invalid_state;
        let text = vm.repr(id.into())?;
        return raise(vm, class, &format!("__step(): already done: {text} None"));
    }
    let task = future
        .task
        .as_mut()
        .expect("the id was checked to be a task's");
    let scope = std::mem::take(&mut task.scope);
    task.waiter = None;
    let (number, driver) = (task.number, task.driver);
    if std::mem::take(&mut task.must_cancel) {
        let cancelled = state(vm).classes.cancelled_error;
        if !thrown.is_some_and(|thrown| vm.exception_matches(thrown, cancelled)) {
            thrown = Some(Raised(futures::make_cancelled_error(vm, id)));
        }
    }
    let driver = match thrown {
        Some(_) => unwrapped_driver(vm, id),
        None => driver,
    };
    let outer_scope = contextvars::enter(vm, scope)?;
    let outer_task = state_mut(vm).current_task.replace((id, number));
    let guard = StepGuard {
        task: id,
        outer_task,
        outer_scope,
    };
    if let Some(thrown) = thrown {
        let cancelled = state(vm).classes.cancelled_error;
        if vm.exception_matches(thrown, cancelled) {
            record(vm, EventKind::CancelDelivered(number));
        }
    }
    let flow = drive(vm, driver.id(), thrown);
    match flow {
        Ok(flow) => Ok((guard, flow)),
        Err(raised) => {
            end_guard(vm, guard);
            Err(raised)
        }
    }
}

/// What is thrown in before the first step is for the step of an asynchronous generator itself: the
/// coroutine that would await it has not begun and never will. Returns what the step resumes.
fn unwrapped_driver(vm: &mut Vm, id: ObjId) -> Link {
    let (coroutine, driver) = (task(vm, id).coroutine, task(vm, id).driver);
    if let Some(coroutine) = coroutine.filter(|&coroutine| coroutine != driver)
        && let Object::Generator(generator) = vm.heap.get(driver.id())
        && generator.state == GeneratorState::Created
        && vm.close_generator(driver.id()).is_ok()
    {
        task_mut(vm, id).driver = coroutine;
    }
    task(vm, id).driver
}

/// Resumes a coroutine, or an object that behaves like one.
#[cfg_attr(engine, optimize(speed))]
fn drive(vm: &mut Vm, coroutine: ObjId, thrown: Option<Raised>) -> PyResult<Flow> {
    if matches!(vm.heap.get(coroutine), Object::Generator(_)) {
        return Ok(Flow::Resume {
            generator: coroutine,
            with: thrown.map_or(Resume::Send(Value::None), Resume::Throw),
        });
    }
    let (method, argument) = match thrown {
        None => ("send", Value::None),
        Some(Raised(error)) => ("throw", error.into()),
    };
    Ok(Flow::Call {
        callee: attribute(vm, coroutine.into(), method)?,
        args: vec![argument],
    })
}

/// Puts the current task and context back.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn end_guard(vm: &mut Vm, guard: StepGuard) -> ObjId {
    let state = state_mut(vm);
    state.current_task = guard.outer_task;
    let scope = std::mem::replace(&mut state.scope, guard.outer_scope);
    contextvars::left(vm, &scope);
    task_mut(vm, guard.task).scope = scope;
    guard.task
}

/// Ends a step: the coroutine yielded, returned or raised.
///
/// # Errors
///
/// `SystemExit` and `KeyboardInterrupt`, which leave the loop.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn end_step(vm: &mut Vm, guard: StepGuard, input: Input) -> PyResult<()> {
    let id = guard.task;
    let driver = task(vm, id).driver.id();
    let line = match input {
        Input::Raised(raised) => raise_line(vm, raised),
        _ => line_of(vm, driver),
    };
    state_mut(vm).loop_line = Some(line);
    // An object that only behaves like a coroutine answers by an ordinary call.
    let is_native = matches!(vm.heap.get(driver), Object::Generator(_));
    task_mut(vm, id).line = NonZeroU32::new(line).filter(|_| is_native);
    let outcome = match input {
        Input::Returned(value) if !is_native => yielded(vm, id, value),
        Input::Returned(value) => returned(vm, id, value),
        Input::Yielded(value) => yielded(vm, id, value),
        Input::Raised(raised) => {
            if !is_native && vm.exception_matches(raised, classes::STOP_ITERATION) {
                let value = attribute(vm, raised.0.into(), "value")?;
                returned(vm, id, value)
            } else {
                ended_by(vm, id, raised)
            }
        }
        Input::Start | Input::Again => unreachable!("a step ends with what the coroutine did"),
    };
    end_guard(vm, guard);
    outcome
}

/// The program's line where the innermost coroutine stands that a task's driver awaits; 0 if it
/// has ended.
#[cfg_attr(engine, optimize(speed))]
fn line_of(vm: &Vm, driver: ObjId) -> u32 {
    let mut innermost = None;
    let mut next = Some(driver);
    while let Some(id) = next
        && let Object::Generator(generator) = vm.heap.get(id)
    {
        if !generator.unit.code.source.is_internal && generator.state != GeneratorState::Closed {
            innermost = Some(id);
        }
        next = vm.awaited_by(id).and_then(Value::obj);
    }
    innermost.and_then(|id| vm.generator_line(id)).unwrap_or(0)
}

/// The program's line that raised an exception.
fn raise_line(vm: &Vm, raised: Raised) -> u32 {
    let mut entries = vm.exception(raised.0).traceback.iter();
    let entry = entries.find(|entry| !entry.unit.code.source.is_internal);
    entry.map_or(0, |entry| entry.unit.code.line_of(entry.ip))
}

#[cfg_attr(engine, optimize(speed))]
fn returned(vm: &mut Vm, id: ObjId, value: Value) -> PyResult<()> {
    if std::mem::take(&mut task_mut(vm, id).must_cancel) {
        // Cancelled by itself in its last step.
        let message = future(vm, id).cancel_message();
        futures::cancel_future(vm, id, message)?;
        return Ok(());
    }
    futures::set_result(vm, id, value)
}

fn ended_by(vm: &mut Vm, id: ObjId, raised: Raised) -> PyResult<()> {
    let cancelled = state(vm).classes.cancelled_error;
    if vm.exception_matches(raised, cancelled) {
        future_mut(vm, id).rare_mut().cancelled_error = Some(raised.0);
        futures::cancel_future(vm, id, Value::None)?;
        return Ok(());
    }
    futures::set_exception(vm, id, raised.0.into())?;
    let leaves_loop = vm.exception_matches(raised, classes::SYSTEM_EXIT)
        || vm.exception_matches(raised, classes::KEYBOARD_INTERRUPT);
    if leaves_loop {
        return Err(vm.raising(raised));
    }
    Ok(())
}

#[cfg_attr(engine, optimize(speed))]
fn yielded(vm: &mut Vm, id: ObjId, value: Value) -> PyResult<()> {
    let this = future(vm, id);
    let event_loop = this.event_loop();
    if value.is_none() {
        let number = this.task.as_ref().map(|task| task.number);
        let number = number.expect("the id was checked to be a task's");
        let event = record(vm, EventKind::Suspended(number, Waiting::Step));
        base_events::call_soon(vm, event_loop, Payload::Step { task: id.into() }, event)?;
        return Ok(());
    }
    let id_of_awaited = value.obj();
    let known = id_of_awaited.and_then(|id| crate::foreign::get_mut::<Future>(vm, id));
    let (Some(awaited), Some(known)) = (id_of_awaited, known) else {
        let is_generator = value
            .obj()
            .is_some_and(|id| vm.heap.class_of(id) == classes::GENERATOR);
        let result = vm.repr(value)?;
        if is_generator {
            let this = vm.repr(id.into())?;
            let message = format!(
                "yield was used instead of yield from for generator in task {this} with {result}"
            );
            return throw_next(vm, id, &message);
        }
        return throw_next(vm, id, &format!("Task got bad yield: {result}"));
    };
    if awaited == id {
        let this = vm.repr(id.into())?;
        return throw_next(vm, id, &format!("Task cannot await on itself: {this}"));
    }
    if !known.event_loop().is(event_loop) {
        let (this, other) = (vm.repr(id.into())?, vm.repr(value)?);
        let message = format!("Task {this} got Future {other} attached to a different loop");
        return throw_next(vm, id, &message);
    }
    if !std::mem::take(&mut known.is_blocking) {
        let (this, other) = (vm.repr(id.into())?, vm.repr(value)?);
        let message = format!("yield was used instead of yield from in task {this} with {other}");
        return throw_next(vm, id, &message);
    }
    wait_for(vm, id, awaited)
}

#[cfg_attr(engine, optimize(speed))]
fn wait_for(vm: &mut Vm, id: ObjId, awaited: ObjId) -> PyResult<()> {
    let waiting = waiting_on(vm, awaited);
    suspended(vm, id, waiting);
    futures::add_callback(vm, awaited, Callback::Wake(id.into()))?;
    let task = task_mut(vm, id);
    task.waiter = Some(awaited.into());
    if task.must_cancel {
        let message = future(vm, id).cancel_message();
        if futures::cancel(vm, awaited, message)? {
            task_mut(vm, id).must_cancel = false;
        }
    }
    Ok(())
}

#[cfg_attr(engine, optimize(speed))]
fn suspended(vm: &mut Vm, id: ObjId, waiting: Waiting) -> EventId {
    let number = task(vm, id).number;
    record(vm, EventKind::Suspended(number, waiting))
}

/// What a task that awaits this future waits for.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn waiting_on(vm: &Vm, awaited: ObjId) -> Waiting {
    let future = future(vm, awaited);
    if let Some(task) = &future.task {
        return Waiting::Task(task.number);
    }
    match future.kind {
        FutureKind::Sleep => Waiting::Sleep {
            deadline_ns: deadline_of(vm, future).map_or(vm.clock_ns, since_start),
        },
        kind => Waiting::Future(kind),
    }
}

/// When a sleep ends, on the executor's clock.
#[cfg_attr(engine, optimize(speed))]
fn deadline_of(vm: &Vm, sleep: &Future) -> Option<u64> {
    let event_loop = get::<EventLoop>(vm, sleep.event_loop().obj()?)?;
    match event_loop.executor.get(sleep.timer?)?.origin {
        Origin::Timer { deadline, .. } => Some(deadline),
        Origin::Soon => None,
    }
}

/// Has an error thrown into the task in its next step.
fn throw_next(vm: &mut Vm, id: ObjId, message: &str) -> PyResult<()> {
    let raising = vm.runtime_error(message);
    let Raised(exception) = vm.caught(raising);
    let event = suspended(vm, id, Waiting::Step);
    let event_loop = future(vm, id).event_loop();
    let payload = Payload::Throw {
        task: id.into(),
        exception: exception.into(),
    };
    base_events::call_soon(vm, event_loop, payload, event)?;
    Ok(())
}
