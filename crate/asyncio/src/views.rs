//! What a front end shows: plain data about tasks and handles, read from the objects when asked
//! for.

use loopscope_executor::{EventId, Handle, Origin};
use loopscope_python::native::PyResult;
use loopscope_python::object::{ObjId, Object, Value};
use loopscope_python::vm::Vm;

use crate::base_events::{EventLoop, Payload};
use crate::foreign::class_name;
use crate::format_helpers::callback_name;
use crate::futures::{as_future, future};
use crate::host::{TaskRecord, find};
use crate::tasks::{self, task};
use crate::trace::{FutureKind, Outcome, TaskId, Waiting};

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// Not done; what it waits for.
    Pending {
        /// `Step` also for the one that runs.
        waiting_on: Waiting,
    },
    /// Done.
    Ended(Outcome),
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// Its number, counted from 1 in order of creation.
    pub number: TaskId,
    /// `get_name()`
    pub name: String,
    /// The coroutine's qualified name.
    pub coroutine: String,
    /// The state.
    pub state: TaskState,
    /// Whether its step runs now.
    pub is_running: bool,
    /// Whether the program has cancelled it and it has not ended.
    pub is_cancelling: bool,
    /// Whether asyncio made it for its own work.
    pub is_internal: bool,
    /// The task that made it.
    pub parent: Option<TaskId>,
    /// The tasks that it waits for: the one that it awaits, or the children of its `gather`.
    pub awaits: Vec<TaskId>,
    /// The class of the lock, queue, … that it waits for; of the network, what it waits for.
    pub owner: Option<String>,
    /// Its coroutines from the outermost to the innermost, the program's own only.
    pub frames: Vec<CoroutineFrame>,
}

/// A coroutine that waits, or runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoroutineFrame {
    /// The qualified name.
    pub name: String,
    /// The file.
    pub file: String,
    /// The 1-based line where it stands.
    pub line: u32,
    /// The line's text.
    pub text: String,
}

/// A handle in the ready queue or with a timer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandleView {
    /// Its number in order of creation on its loop.
    pub number: u64,
    /// What runs: a callback's name, or what it does for a task.
    pub label: String,
    /// The task whose step it is, or whose sleep it ends.
    pub task: Option<TaskId>,
    /// The event that made it ready or set its timer.
    pub cause: EventId,
    /// Whether it belongs to the turn under way.
    pub is_in_turn: bool,
    /// For a timer: when it is due, in nanoseconds since the start.
    pub deadline_ns: Option<u64>,
}

/// The loop that runs, or the last that did.
pub fn shown_loop(vm: &Vm) -> Option<&EventLoop> {
    let state = find(vm)?;
    let id = state.running.or(state.last_loop)?;
    crate::foreign::get(vm, id)
}

/// All tasks, in order of creation.
pub fn tasks(vm: &Vm) -> Vec<TaskView> {
    let records = find(vm).map(|state| state.records.as_slice());
    let records = records.unwrap_or_default();
    records.iter().map(|record| task_view(vm, record)).collect()
}

/// One task.
pub fn task_of(vm: &Vm, number: TaskId) -> Option<TaskView> {
    let record = find(vm)?.records.get(number.place())?;
    Some(task_view(vm, record))
}

/// The task that an object is.
pub fn task_number(vm: &Vm, id: ObjId) -> Option<TaskId> {
    let id = as_future(vm, Value::Obj(id))?;
    let task = future(vm, id).task.as_ref()?;
    Some(task.number)
}

/// `get_name()` of a task that there was.
pub fn task_name(vm: &Vm, record: &TaskRecord) -> String {
    match (record.object(), &record.end) {
        (Some(id), _) => task(vm, id).name.to_string(),
        (None, Some(end)) => end.name.to_string(),
        (None, None) => String::new(),
    }
}

/// What a task waits for; `None` once it is done, or when its object is gone.
pub fn waiting_of(vm: &Vm, record: &TaskRecord) -> Option<Waiting> {
    let id = record.object().filter(|_| record.end.is_none())?;
    let waiter = task(vm, id).waiter();
    let waiter = waiter.filter(|&waiter| !future(vm, waiter).is_done());
    Some(waiter.map_or(Waiting::Step, |waiter| tasks::waiting_on(vm, waiter)))
}

fn task_view(vm: &Vm, record: &TaskRecord) -> TaskView {
    let mut view = TaskView {
        number: record.number,
        name: task_name(vm, record),
        coroutine: record.coroutine.to_string(),
        state: match &record.end {
            Some(end) => TaskState::Ended(end.outcome),
            None => TaskState::Pending {
                waiting_on: Waiting::Step,
            },
        },
        is_running: false,
        is_cancelling: false,
        is_internal: record.is_internal,
        parent: record.parent,
        awaits: Vec::new(),
        owner: None,
        frames: Vec::new(),
    };
    let Some(id) = record.object() else {
        return view;
    };
    let task = task(vm, id);
    if record.end.is_some() {
        return view;
    }
    let current = find(vm).and_then(|state| state.current_task);
    view.is_running = current.is_some_and(|(_, number)| number == record.number);
    view.is_cancelling = task.n_cancels > 0;
    view.frames = frames_of(vm, task.coroutine());
    if let Some(waiter) = task.waiter()
        && !future(vm, waiter).is_done()
    {
        let waiting_on = tasks::waiting_on(vm, waiter);
        view.awaits = awaited_tasks(vm, waiter);
        view.owner = owner_name(vm, waiter);
        view.state = TaskState::Pending { waiting_on };
    }
    view
}

/// The tasks that a task waits for: the one that it awaits, or the children of its `gather`.
pub fn awaits(vm: &Vm, record: &TaskRecord) -> Vec<TaskId> {
    let id = record.object().filter(|_| record.end.is_none());
    let waiter = id.and_then(|id| task(vm, id).waiter());
    let waiter = waiter.filter(|&waiter| !future(vm, waiter).is_done());
    waiter.map_or_else(Vec::new, |waiter| awaited_tasks(vm, waiter))
}

fn awaited_tasks(vm: &Vm, waiter: ObjId) -> Vec<TaskId> {
    let future = future(vm, waiter);
    if let Some(task) = &future.task {
        return vec![task.number];
    }
    let children = future
        .gather
        .as_ref()
        .map(|gather| gather.children.as_slice());
    let mut awaited = Vec::new();
    for &child in children.unwrap_or_default() {
        let child = crate::futures::future(vm, child);
        if let Some(task) = &child.task
            && !child.is_done()
            && !awaited.contains(&task.number)
        {
            awaited.push(task.number);
        }
    }
    awaited
}

fn owner_name(vm: &Vm, waiter: ObjId) -> Option<String> {
    let owner = future(vm, waiter).owner()?;
    // What is no object of its own is named in words.
    let text = vm.heap.str(owner).map(|text| &text.text);
    Some(text.map_or_else(
        || class_name(vm, owner).to_string(),
        |text| text.to_string(),
    ))
}

/// The program's coroutines that a task's coroutine awaits, the outermost first.
pub(crate) fn frames_of(vm: &Vm, coroutine: Value) -> Vec<CoroutineFrame> {
    let mut frames = Vec::new();
    let mut next = Some(coroutine);
    while let Some(value) = next {
        let is_internal = match vm.heap.object(value) {
            Some(Object::Generator(generator)) => generator.unit.code.source.is_internal,
            _ => break,
        };
        if !is_internal && let Some(frame) = frame_of(vm, value) {
            frames.push(frame);
        }
        next = value.obj().and_then(|id| vm.awaited_by(id));
    }
    frames
}

/// Where a coroutine stands; `None` if it has ended or is none.
pub(crate) fn frame_of(vm: &Vm, coroutine: Value) -> Option<CoroutineFrame> {
    let id = coroutine.obj()?;
    let Object::Generator(generator) = vm.heap.get(id) else {
        return None;
    };
    let source = &generator.unit.code.source;
    let line = vm.generator_line(id)?;
    Some(CoroutineFrame {
        name: crate::coroutines::qualified_name(vm, coroutine).to_string(),
        file: source.filename.to_string(),
        line,
        text: source.line_text(line).to_owned(),
    })
}

/// The handles that are ready, the next first; a window of them.
///
/// # Errors
///
/// What the `__repr__` of a program's callback raises.
pub fn ready(vm: &mut Vm, skip: usize, n_max: usize) -> PyResult<Vec<HandleView>> {
    let Some(event_loop) = shown_loop(vm) else {
        return Ok(Vec::new());
    };
    let n_in_turn = event_loop.executor.turn_remaining();
    let handles: Vec<_> = event_loop
        .executor
        .ready()
        .skip(skip)
        .take(n_max)
        .cloned()
        .collect();
    let views = handles.iter().enumerate();
    views
        .map(|(index, handle)| handle_view(vm, handle, skip + index < n_in_turn))
        .collect()
}

/// The timers that have not fired, the next first; a window of them.
///
/// # Errors
///
/// What the `__repr__` of a program's callback raises.
pub fn timers(vm: &mut Vm, skip: usize, n_max: usize) -> PyResult<Vec<HandleView>> {
    let Some(event_loop) = shown_loop(vm) else {
        return Ok(Vec::new());
    };
    let handles: Vec<_> = event_loop
        .executor
        .timers()
        .skip(skip)
        .take(n_max)
        .cloned()
        .collect();
    handles
        .iter()
        .map(|handle| handle_view(vm, handle, false))
        .collect()
}

fn handle_view(vm: &mut Vm, handle: &Handle<Payload>, is_in_turn: bool) -> PyResult<HandleView> {
    let deadline_ns = match handle.origin {
        Origin::Soon => None,
        Origin::Timer { deadline, .. } => Some(crate::base_events::since_start(deadline)),
    };
    Ok(HandleView {
        number: handle.id.serial(),
        label: label(vm, &handle.payload)?,
        task: task_behind(vm, &handle.payload),
        cause: handle.cause,
        is_in_turn,
        deadline_ns,
    })
}

/// What a handle does, in words.
///
/// # Errors
///
/// What the `__repr__` of a program's callback raises.
pub fn label(vm: &mut Vm, payload: &Payload) -> PyResult<String> {
    Ok(match payload {
        Payload::Step { .. } => "step".to_owned(),
        Payload::Throw { .. } => "step with an error".to_owned(),
        Payload::Wake { .. } => "wake up".to_owned(),
        Payload::Callback { function, .. } => format!("{}()", callback_name(vm, *function)?),
        Payload::SetResult { .. } => "end of a sleep".to_owned(),
        Payload::ThreadDone { .. } => "end of a thread's function".to_owned(),
        Payload::Gather { .. } => "gather: one is done".to_owned(),
        Payload::Stop { .. } => "stop the loop".to_owned(),
    })
}

/// The task that a handle is about: whose step it is, or that waits for the future which it
/// completes.
pub fn task_behind(vm: &Vm, payload: &Payload) -> Option<TaskId> {
    if let Some(id) = payload.task() {
        return Some(task(vm, id).number);
    }
    let future_id = match payload {
        Payload::SetResult { future, .. }
        | Payload::ThreadDone { future, .. }
        | Payload::Stop { future } => future.id(),
        Payload::Gather { child, .. } => child.id(),
        _ => return None,
    };
    let subject = future(vm, future_id);
    if let Some(task) = &subject.task {
        return Some(task.number);
    }
    subject
        .callbacks
        .iter()
        .find_map(|callback| match callback {
            crate::futures::Callback::Wake(waiting) => Some(task(vm, waiting.id()).number),
            _ => None,
        })
}

/// In words what a task waits for.
pub(crate) fn waiting_text(vm: &Vm, view: &TaskView) -> String {
    let TaskState::Pending { waiting_on } = view.state else {
        return "is done".to_owned();
    };
    let name =
        |number: TaskId| task_of(vm, number).map_or_else(|| "a task".to_owned(), |view| view.name);
    match waiting_on {
        Waiting::Step => "waits for its next step".to_owned(),
        Waiting::Sleep { .. } => "sleeps for ever".to_owned(),
        Waiting::Task(number) => format!("waits for {}", name(number)),
        Waiting::Future(kind) => {
            let what = match kind {
                FutureKind::Plain | FutureKind::Sleep => "a future",
                FutureKind::Gather => "all of a gather",
                FutureKind::Lock => "a lock",
                FutureKind::Event => "an event",
                FutureKind::Condition => "a condition",
                FutureKind::Semaphore => "a semaphore",
                FutureKind::QueueGet => "an item of a queue",
                FutureKind::QueuePut => "room in a queue",
                FutureKind::TaskGroup => "the tasks of its group",
                FutureKind::Wait => "awaitables given to wait()",
                FutureKind::CancelAndWait => "the end of a cancelled awaitable",
                FutureKind::Shield => "a shielded awaitable",
                FutureKind::Thread => "a thread",
                FutureKind::Network => view.owner.as_deref().unwrap_or("the network"),
            };
            let names: Vec<_> = view.awaits.iter().map(|&number| name(number)).collect();
            if names.is_empty() {
                format!("waits for {what}")
            } else {
                format!("waits for {what} ({})", names.join(", "))
            }
        }
    }
}

/// The program's line where a coroutine stands.
pub(crate) fn line_of(vm: &Vm, coroutine: Value) -> Option<u32> {
    coroutine.obj().and_then(|id| vm.generator_line(id))
}

/// The future that a value is, for views of a program's variables: its state in one word.
pub fn future_state(vm: &Vm, value: Value) -> Option<&'static str> {
    let id = as_future(vm, value)?;
    Some(crate::base_futures::state_name(future(vm, id).state))
}
