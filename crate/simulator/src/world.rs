//! What the simulator asks of the machine and of asyncio in it, in one place.

use loopscope_asyncio::trace::{Event, EventKind, FutureKind, Outcome, TaskId, Trace, Waiting};
use loopscope_asyncio::views::{self, CoroutineFrame};
use loopscope_asyncio::{Asyncio, Payload, Remains, TaskRecord, asyncio_of, signals};
use loopscope_executor::{EventId, Handle};
use loopscope_python::object::{ObjId, Value};
use loopscope_python::vm::{Halt, Vm};

use crate::messages;
use crate::simulator::Input;
use crate::view::{HandleView, TaskState, TaskView, Window};

/// How far a run has come, in what a reader can stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) turns: u64,
    pub(crate) handles: u64,
    pub(crate) ticks: u64,
    pub(crate) outputs: usize,
}

fn asyncio(vm: &Vm) -> &Asyncio {
    asyncio_of(vm).expect("every machine here is made with asyncio")
}

/// Runs at most `fuel` instructions, and sends the signals that came from outside where they came.
pub(crate) fn run(vm: &mut Vm, inputs: &[Input], fuel: u64) {
    let until = vm.position().saturating_add(fuel);
    while vm.position() < until && vm.exit_status().is_none() {
        let position = vm.position();
        match inputs.get(signals::n_sent(vm)) {
            Some(input) if input.position <= position => signals::send(vm, input.number),
            Some(input) => {
                vm.run(input.position.min(until) - position);
            }
            None => {
                vm.run(until - position);
            }
        }
    }
}

pub(crate) fn progress(vm: &Vm) -> Progress {
    let progress = asyncio(vm).progress();
    Progress {
        turns: progress.turns,
        handles: progress.handles,
        ticks: progress.ticks,
        outputs: vm.output.len(),
    }
}

pub(crate) fn trace(vm: &Vm) -> &Trace {
    asyncio(vm).trace()
}

/// The number of the task whose code runs now.
pub(crate) fn current_task(vm: &Vm) -> Option<u64> {
    vm.host.as_ref()?.current_task()
}

/// Whether a task will never run again.
pub(crate) fn is_done(vm: &Vm, task: u64) -> bool {
    TaskId::new(task)
        .and_then(|task| record(vm, task))
        .is_none_or(|record| record.end.is_some())
}

/// The names of all tasks there were with their coroutines', in order of creation.
pub(crate) fn task_names(vm: &Vm) -> impl Iterator<Item = (String, String)> {
    let records = asyncio(vm).tasks().iter();
    records.map(|record| (views::task_name(vm, record), record.coroutine.to_string()))
}

/// A task by its name and coroutine.
pub(crate) fn task_label(vm: &Vm, task: TaskId) -> String {
    record(vm, task).map_or_else(String::new, |record| {
        messages::task(&views::task_name(vm, record), &record.coroutine)
    })
}

fn record(vm: &Vm, task: TaskId) -> Option<&TaskRecord> {
    asyncio(vm).tasks().get(task.place())
}

/// Whether asyncio made a task for its own work, which is no news to a reader.
pub(crate) fn is_internal(vm: &Vm, task: TaskId) -> bool {
    record(vm, task).is_some_and(|record| record.is_internal)
}

/// A short text of what a task returned or raised, if it did.
pub(crate) fn result_of(vm: &Vm, task: TaskId) -> Option<String> {
    let end = record(vm, task)?.end.as_ref()?;
    match &end.remains {
        _ if end.outcome == Outcome::Cancelled => None,
        Remains::Value(Value::Unbound) => None,
        Remains::Value(value) => Some(vm.preview(*value, &|id| label_of(vm, id))),
        Remains::Text(text) => Some(text.to_string()),
    }
}

/// A name for asyncio's own objects, where values are shown.
pub(crate) fn label_of(vm: &Vm, id: ObjId) -> Option<String> {
    let task = views::task_number(vm, id)?;
    Some(format!("<{}>", task_label(vm, task)))
}

pub(crate) fn limit_words(halt: Option<&Halt>) -> &'static str {
    match halt {
        Some(Halt::OutputLimit) => messages::OUTPUT_LIMIT,
        Some(Halt::FuelLimit) => messages::FUEL_LIMIT,
        _ => messages::NESTED_LIMIT,
    }
}

/// The tasks of each list, by number.
///
/// A task whose step is in the ready queue, and the one that runs, are in none of them.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// Asleep, in the order in which they will wake.
    pub(crate) sleeping: Vec<u64>,
    /// Waiting for something else than the clock, in order of creation.
    pub(crate) waiting: Vec<u64>,
    /// Done, in the order in which they ended.
    pub(crate) done: Vec<u64>,
}

impl Lists {
    pub(crate) fn of(vm: &Vm) -> Self {
        let running = current_task(vm);
        let is_idle = |record: &&TaskRecord| Some(record.number.get()) != running;
        let is_shown = |task: &&TaskId| !is_internal(vm, **task);
        let waits = |record: &TaskRecord| {
            matches!(
                views::waiting_of(vm, record),
                Some(Waiting::Task(_) | Waiting::Future(_))
            )
        };
        let records = asyncio(vm).tasks().iter().filter(is_idle);
        Self {
            sleeping: sleeps(vm).map(|(task, _)| task.get()).collect(),
            waiting: records
                .filter(|record| waits(record) && !record.is_internal)
                .map(|record| record.number.get())
                .collect(),
            done: asyncio(vm)
                .done()
                .iter()
                .filter(is_shown)
                .map(|task| task.get())
                .collect(),
        }
    }
}

/// The sleeping tasks in the order in which they will wake, each with its timer.
fn sleeps(vm: &Vm) -> impl Iterator<Item = (TaskId, &Handle<Payload>)> {
    let timers = views::shown_loop(vm).map(|event_loop| event_loop.executor().timers());
    timers.into_iter().flatten().filter_map(|timer| {
        let is_sleep = matches!(timer.payload, Payload::SetResult { .. });
        let task = views::task_behind(vm, &timer.payload).filter(|_| is_sleep)?;
        Some((task, timer))
    })
}

/// A task as lists show it.
pub(crate) fn task_view(vm: &Vm, task: u64) -> TaskView {
    let number = TaskId::new(task).expect("tasks count from 1");
    let view = views::task_of(vm, number).expect("lists name tasks that there are");
    let mut shown = TaskView {
        id: task,
        name: view.name,
        coroutine: view.coroutine,
        state: TaskState::Pending,
        line: view.frames.last().map(|frame| frame.line),
        waiting_for: None,
        deadline_ns: None,
        since_ns: None,
        result: None,
        exception: None,
        awaiters: awaiters(vm, number),
    };
    match view.state {
        views::TaskState::Ended(outcome) => {
            let text = result_of(vm, number);
            (shown.state, shown.result, shown.exception) = match outcome {
                Outcome::Result => (TaskState::Finished, text, None),
                Outcome::Exception => (TaskState::Failed, None, text),
                Outcome::Cancelled => (TaskState::Cancelled, None, None),
            };
        }
        views::TaskState::Pending { waiting_on } if !view.is_running => {
            if let Waiting::Sleep { deadline_ns } = waiting_on {
                shown.deadline_ns = Some(deadline_ns);
                let timer = sleeps(vm).find(|(sleeper, _)| *sleeper == number);
                shown.since_ns = timer
                    .and_then(|(_, timer)| event(vm, timer.cause))
                    .map(|event| event.clock_ns);
            }
            if waiting_on != Waiting::Step {
                let owner = view.owner.as_deref();
                shown.waiting_for = Some(waiting_for(vm, waiting_on, &view.awaits, owner));
            }
        }
        views::TaskState::Pending { .. } => {}
    }
    shown
}

/// What a task waits for, with the tasks behind it.
fn waiting_for(vm: &Vm, waiting: Waiting, awaits: &[TaskId], owner: Option<&str>) -> String {
    let labels: Vec<_> = awaits.iter().map(|&task| task_label(vm, task)).collect();
    let first = labels.first().map(String::as_str).or(owner);
    let noun = messages::awaited(waiting, first);
    match waiting {
        Waiting::Future(_) if !labels.is_empty() => format!("{noun}: {}", labels.join(", ")),
        _ => noun,
    }
}

/// What of the network a task waits for; `None` if it doesn't any more.
pub(crate) fn awaited_of_network(vm: &Vm, task: TaskId) -> Option<String> {
    let network = Waiting::Future(FutureKind::Network);
    let view = views::task_of(vm, task)?;
    let state = views::TaskState::Pending {
        waiting_on: network,
    };
    view.owner.filter(|_| view.state == state)
}

/// The tasks that wait for a task, in order of creation.
fn awaiters(vm: &Vm, task: TaskId) -> Vec<u64> {
    if is_done(vm, task.get()) {
        return Vec::new();
    }
    let pending = asyncio(vm)
        .tasks()
        .iter()
        .filter(|record| record.end.is_none());
    let awaiting = pending.filter(|record| views::awaits(vm, record).contains(&task));
    awaiting.map(|record| record.number.get()).collect()
}

fn event(vm: &Vm, id: EventId) -> Option<Event> {
    trace(vm).get(id)
}

/// How many handles are in the ready queue.
pub(crate) fn n_ready(vm: &Vm) -> usize {
    views::shown_loop(vm).map_or(0, |event_loop| event_loop.executor().ready_len())
}

/// A window of the ready queue.
pub(crate) fn ready(vm: &Vm, offset: usize, count: usize) -> Window<HandleView> {
    let mut window = Window {
        offset,
        total: n_ready(vm),
        items: Vec::new(),
    };
    if let Some(event_loop) = views::shown_loop(vm) {
        let n_in_turn = event_loop.executor().turn_remaining();
        let handles = event_loop.executor().ready().enumerate();
        window.items = handles
            .skip(offset)
            .take(count)
            .map(|(index, handle)| handle_view(vm, handle, index < n_in_turn))
            .collect();
    }
    window
}

fn handle_view(vm: &Vm, handle: &Handle<Payload>, in_this_turn: bool) -> HandleView {
    let task = views::task_behind(vm, &handle.payload);
    let is_step = handle.payload.task().is_some();
    let view = task.and_then(|task| views::task_of(vm, task));
    let frame = view.as_ref().and_then(|view| view.frames.last());
    HandleView {
        id: handle.id.serial(),
        label: label(vm, handle, frame),
        task: task.map(TaskId::get),
        task_name: view.as_ref().map(|view| view.name.clone()),
        cause: cause(vm, handle),
        in_this_turn,
        line: frame.filter(|_| is_step).map(|frame| frame.line),
    }
}

/// What a handle does, in a few words.
fn label(vm: &Vm, handle: &Handle<Payload>, frame: Option<&CoroutineFrame>) -> String {
    let is_first = || {
        let cause = reason(vm, Some(handle.cause)).map(|event| event.kind);
        matches!(cause, Some(EventKind::TaskCreated(_)))
    };
    match (&handle.payload, frame) {
        (Payload::Step { .. }, Some(frame)) if is_first() => messages::first_step(&frame.name),
        (Payload::Step { .. } | Payload::Wake { .. }, Some(frame)) => messages::step(&frame.name),
        (Payload::Step { .. } | Payload::Wake { .. }, None) => messages::goes_on(false),
        (Payload::Throw { .. }, _) => messages::STEP_WITH_ERROR.to_owned(),
        (Payload::Callback { function, .. }, _) => {
            messages::callback(&vm.preview(*function, &|id| label_of(vm, id)))
        }
        (Payload::SetResult { .. }, _) => messages::END_OF_SLEEP.to_owned(),
        (Payload::ThreadDone { .. }, _) => messages::END_OF_THREAD.to_owned(),
        (Payload::Gather { .. }, _) => messages::GATHER_COUNTS.to_owned(),
        (Payload::Stop { .. }, _) => messages::STOP.to_owned(),
    }
}

/// The event behind a cause: that something was scheduled is no reason, what scheduled it is.
pub(crate) fn reason(vm: &Vm, cause: Option<EventId>) -> Option<Event> {
    let event = event(vm, cause?)?;
    match (event.kind, event.cause) {
        (EventKind::Scheduled { .. }, Some(cause)) => self::event(vm, cause),
        _ => Some(event),
    }
}

/// Why a handle is ready, in words.
fn cause(vm: &Vm, handle: &Handle<Payload>) -> String {
    let scheduled = event(vm, handle.cause).map_or(0, |event| event.line);
    match reason(vm, Some(handle.cause)).map(|event| (event.kind, event.line)) {
        Some((EventKind::TaskCreated(_), line)) => messages::caused_by_creation(line),
        Some((EventKind::FutureDone(kind, _), _)) => messages::caused_by_future(kind),
        Some((EventKind::TaskDone(task, outcome), _)) => {
            messages::caused_by_task(&task_label(vm, task), outcome)
        }
        Some((EventKind::Suspended(..), _)) => messages::CAUSED_BY_YIELD.to_owned(),
        Some((EventKind::CancelRequested(_), line)) => messages::caused_by_cancel(line),
        Some((EventKind::Sent { what, .. }, line)) => messages::caused_by_transfer(what, line),
        _ => messages::caused_at(scheduled),
    }
}

/// The callback that runs now, if no task does.
pub(crate) fn running_callback(vm: &Vm) -> Option<String> {
    let is_in_loop = views::shown_loop(vm).is_some() && vm.depth() > 1;
    let frames = vm.frames_view();
    let is_callback = is_in_loop && current_task(vm).is_none() && asyncio(vm).is_running();
    frames
        .get(1)
        .filter(|_| is_callback)
        .map(|frame| frame.function.to_string())
}

/// How many times the loop took one of several ready handles.
pub(crate) fn choices_made(vm: &Vm) -> u64 {
    views::shown_loop(vm).map_or(0, |event_loop| event_loop.executor().choices_made())
}
