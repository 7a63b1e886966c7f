//! What asyncio keeps beside the heap: the running loop, the tasks there were, the events.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use loopscope_executor::EventId;
use loopscope_python::native::{Flow, PyResult, Raising};
use loopscope_python::object::{Link, Marks, ObjId, Value};
use loopscope_python::sorted::SortedMap;
use loopscope_python::vm::{Ending, Host, Vm};

use crate::classes::Classes;
use crate::contextvars::Scope;
use crate::futures::future;
use crate::joining;
use crate::network::Settings;
use crate::signals::Signals;
use crate::tasks::{self, Name};
use crate::threads::Waiting;
use crate::trace::{Event, EventKind, Outcome, TaskId, Trace};
use crate::workers::Workers;

/// How far a run has come, in what a reader can stop at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Progress {
    /// Turns of any loop.
    pub turns: u64,
    /// Handles that began to run.
    pub handles: u64,
    /// Moves of the clock by a loop.
    pub ticks: u64,
    /// Events recorded.
    pub events: u64,
}

/// What is remembered of a task, also when its object is gone.
#[derive(Clone, Debug, Hash)]
pub struct TaskRecord {
    /// The task.
    pub number: TaskId,
    pub(crate) object: Option<Link>,
    /// The coroutine's qualified name.
    pub coroutine: Rc<str>,
    /// How it ended.
    pub end: Option<End>,
    /// The task that made it.
    pub parent: Option<TaskId>,
    /// Whether asyncio made it for its own work, as `asyncio.run` does in the end.
    pub is_internal: bool,
}

/// How a task ended.
#[derive(Clone, Debug, Hash)]
pub struct End {
    /// In which way.
    pub outcome: Outcome,
    /// The result or exception.
    pub remains: Remains,
    pub(crate) name: Name,
}

impl TaskRecord {
    /// The object, while there is one. The record does not keep it alive.
    pub fn object(&self) -> Option<ObjId> {
        self.object.map(Link::id)
    }
}

/// What is known of a result or an exception. It is not kept alive for those who look on: objects
/// end when the program drops them.
#[derive(Clone, Debug, Hash)]
pub enum Remains {
    /// The value, which is still there.
    Value(Value),
    /// A short text of the object that it was.
    Text(Rc<str>),
}

/// What a task's record takes, with a text of its own for the name or the result.
const RECORD_BYTES: usize = 96;

/// What is a thread's own.
#[derive(Clone, Debug, Default, Hash)]
pub(crate) struct Lane {
    pub(crate) thread: Option<u64>,
    running: Option<ObjId>,
    pub(crate) current_task: Option<(ObjId, TaskId)>,
    scope: Scope,
    loop_line: Option<u32>,
}

impl Lane {
    /// That of a thread which begins.
    pub(crate) fn of_thread(number: u64) -> Self {
        Self {
            thread: Some(number),
            ..Self::default()
        }
    }

    #[cfg_attr(engine, optimize(speed))]
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(Value)) {
        let task = self.current_task.map(|(task, _)| task);
        for id in [self.running, task].into_iter().flatten() {
            visit(id.into());
        }
        self.scope.trace(visit);
    }
}

/// Makes another thread's lane the current one; returns the lane before.
pub(crate) fn swap_lane(vm: &mut Vm, lane: Lane) -> Lane {
    let state = state_mut(vm);
    Lane {
        thread: std::mem::replace(&mut state.thread, lane.thread),
        running: std::mem::replace(&mut state.running, lane.running),
        current_task: std::mem::replace(&mut state.current_task, lane.current_task),
        scope: std::mem::replace(&mut state.scope, lane.scope),
        loop_line: std::mem::replace(&mut state.loop_line, lane.loop_line),
    }
}

/// The state of asyncio in one machine.
#[derive(Clone, Debug)]
pub struct Asyncio {
    pub(crate) classes: Classes,
    /// The loop that runs.
    pub(crate) running: Option<ObjId>,
    /// The loop that ran last.
    pub(crate) last_loop: Option<ObjId>,
    /// The loop of `set_event_loop()`.
    pub(crate) current: Option<ObjId>,
    /// Whether `set_event_loop()` was ever called: then no loop is made by itself.
    pub(crate) was_set: bool,
    /// The task whose step runs.
    pub(crate) current_task: Option<(ObjId, TaskId)>,
    /// The number in the next `Task-N`.
    pub(crate) next_name: u32,
    pub(crate) records: Vec<TaskRecord>,
    /// The tasks that are done, in the order in which they ended.
    pub(crate) done: Vec<TaskId>,
    pub(crate) scope: Scope,
    pub(crate) progress: Progress,
    pub(crate) trace: Trace,
    /// The thread that runs; `None` for the main one.
    pub(crate) thread: Option<u64>,
    pub(crate) next_thread: u64,
    /// Those who let the running thread run, the main thread first.
    pub(crate) lanes: Vec<Lane>,
    /// The names of all threads but the main one.
    pub(crate) thread_names: SortedMap<u64, String>,
    /// In the order of falling asleep.
    pub(crate) blocked: Vec<Waiting>,
    /// Those that were woken, in this order.
    pub(crate) ready: Vec<Waiting>,
    /// Numbers the frames of threads that wait on the stack.
    pub(crate) next_block: u64,
    /// The threads of the loops' default executors.
    pub(crate) workers: Workers,
    /// The futures whose `repr()` is being made.
    pub(crate) shown: Vec<ObjId>,
    /// Futures that have failed in this handle and for whose end nobody waited: if nothing holds
    /// them, their exceptions are lost.
    pub(crate) unwatched: Vec<ObjId>,
    /// The loops there are, in order of creation.
    pub(crate) loops: Vec<ObjId>,
    /// How far the program's end has come: no loop will run any more.
    pub(crate) ending: Ending,
    /// How many `cancel()` are under way, each called by the one before.
    pub(crate) cancel_depth: u32,
    /// The line of what the loop itself does, 0 for none; `None` while the program's code runs.
    pub(crate) loop_line: Option<u32>,
    pub(crate) signals: Signals,
    pub(crate) settings: Rc<Settings>,
}

impl Default for Asyncio {
    fn default() -> Self {
        Self {
            classes: Classes::default(),
            running: None,
            last_loop: None,
            current: None,
            was_set: false,
            current_task: None,
            next_name: 1,
            records: Vec::new(),
            done: Vec::new(),
            scope: Scope::default(),
            progress: Progress::default(),
            trace: Trace::new(),
            thread: None,
            next_thread: 1,
            lanes: Vec::new(),
            thread_names: SortedMap::default(),
            blocked: Vec::new(),
            ready: Vec::new(),
            next_block: 0,
            workers: Workers::default(),
            shown: Vec::new(),
            unwatched: Vec::new(),
            loops: Vec::new(),
            ending: Ending::No,
            cancel_depth: 0,
            loop_line: None,
            signals: Signals::default(),
            settings: Rc::default(),
        }
    }
}

impl Asyncio {
    /// Tells how far the run has come.
    pub fn progress(&self) -> Progress {
        Progress {
            events: self.trace.len(),
            ..self.progress
        }
    }

    /// What happened so far.
    #[cfg_attr(engine, optimize(speed))]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// All tasks there were, in order of creation; task `n` stands at place `n - 1`.
    pub fn tasks(&self) -> &[TaskRecord] {
        &self.records
    }

    /// Whether a loop runs.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// The tasks that are done, in the order in which they ended.
    pub fn done(&self) -> &[TaskId] {
        &self.done
    }
}

impl Host for Asyncio {
    fn clone_box(&self) -> Box<dyn Host> {
        Box::new(self.clone())
    }

    fn size_bytes(&self) -> usize {
        self.tasks().len() * RECORD_BYTES
    }

    #[cfg_attr(engine, optimize(speed))]
    fn trace(&self, marks: &mut Marks) {
        self.classes.trace(&mut |value| marks.value(value));
        self.scope.trace(&mut |value| marks.value(value));
        let task = self.current_task.map(|(task, _)| task);
        let loops = [self.running, self.last_loop, self.current];
        let loops = loops.into_iter().filter(|_| self.ending == Ending::No);
        for id in loops.chain([task]).flatten() {
            marks.id(id);
        }
        let mut visit = |value| marks.value(value);
        self.lanes.iter().for_each(|lane| lane.trace(&mut visit));
        for waiting in self.blocked.iter().chain(&self.ready) {
            waiting.trace(&mut visit);
        }
        self.workers.trace(&mut visit);
        self.signals.trace(&mut visit);
    }

    fn joiner(&self) -> Option<fn(&mut Vm) -> Option<Flow>> {
        Some(joining::join)
    }

    fn blocker(&self) -> Option<fn(&mut Vm, u64) -> PyResult<Flow>> {
        Some(crate::threads::block)
    }

    fn async_generator_closer(&self) -> Option<fn(&mut Vm, ObjId)> {
        Some(close_lost_generator)
    }

    fn lost(&self, marks: &Marks) -> Vec<ObjId> {
        let pending = self.records.iter().filter(|record| record.end.is_none());
        let tasks = pending.filter_map(TaskRecord::object);
        // A loop is older than what runs in it. That it closes shows at the program's end alone.
        let loops = self.loops.iter().filter(|_| self.ending != Ending::No);
        let lost = loops.copied().chain(tasks);
        lost.filter(|&id| !marks.is_marked(id)).collect()
    }

    fn has_unfinished(&self) -> bool {
        self.running.is_some() || self.done.len() < self.records.len()
    }

    fn set_ending(&mut self, ending: Ending) {
        self.ending = ending;
    }

    fn sweep(&mut self, marks: &Marks, preview: &dyn Fn(Value) -> String) {
        self.loops.retain(|&id| marks.is_marked(id));
        self.workers.sweep(marks);
        for record in &mut self.records {
            record.object = record.object.filter(|&object| marks.is_marked(object.id()));
            if let Some(end) = &mut record.end
                && let Remains::Value(value @ Value::Obj(id)) = end.remains
                && !marks.is_marked(id)
            {
                end.remains = Remains::Text(preview(value).into());
            }
        }
    }

    fn hash_state(&self, mut hasher: &mut dyn Hasher) {
        let ids = (self.running, self.current, self.current_task);
        (ids, self.was_set, self.next_name).hash(&mut hasher);
        (&self.records, &self.scope, self.progress()).hash(&mut hasher);
        (
            self.thread,
            &self.lanes,
            &self.blocked,
            &self.ready,
            &self.workers,
        )
            .hash(&mut hasher);
        self.signals.hash(&mut hasher);
    }

    fn library_lines(&self) -> &'static str {
        crate::module::SOURCE_LINES
    }

    fn importer(&self) -> fn(&mut Vm, &str) -> Option<Result<ObjId, Raising>> {
        crate::module::import
    }

    fn current_task(&self) -> Option<u64> {
        self.current_task.map(|(_, number)| number.get())
    }
}

/// The start of the program, as a cause.
pub(crate) const START: EventId = EventId(0);

/// The state of asyncio.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn state(vm: &Vm) -> &Asyncio {
    find(vm).expect("only a machine with asyncio runs its functions")
}

/// The state of asyncio, if the machine has it.
#[cfg_attr(engine, optimize(speed))]
pub fn find(vm: &Vm) -> Option<&Asyncio> {
    vm.host.as_ref()?.downcast_ref()
}

/// The state of asyncio, to change it.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn state_mut(vm: &mut Vm) -> &mut Asyncio {
    let state = vm.host.as_mut().and_then(|host| host.downcast_mut());
    state.expect("only a machine with asyncio runs its functions")
}

/// Takes the first out of a short line. A ring buffer for each kind of line would be more code than
/// it saves time.
pub(crate) fn take_first<T>(line: &mut Vec<T>) -> Option<T> {
    (!line.is_empty()).then(|| line.remove(0))
}

/// Records an event of the code that runs now.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn record(vm: &mut Vm, kind: EventKind) -> EventId {
    record_event(vm, kind, None)
}

/// Records an event with a cause of its own.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn record_caused(vm: &mut Vm, kind: EventKind, cause: EventId) -> EventId {
    record_event(vm, kind, Some(cause))
}

/// Records that a handle runs, at a line of its task's or 0; what follows has it as its cause.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn record_run(vm: &mut Vm, kind: EventKind, line: u32, cause: EventId) {
    let state = state_mut(vm);
    state.progress.handles += 1;
    state.loop_line = Some(line);
    let event = record_event(vm, kind, Some(cause));
    state_mut(vm).trace.current = event;
}

#[cfg_attr(engine, optimize(speed))]
fn record_event(vm: &mut Vm, kind: EventKind, cause: Option<EventId>) -> EventId {
    let clock_ns = vm.clock_ns;
    let n_outputs = u32::try_from(vm.output.len()).unwrap_or(u32::MAX);
    let mut state = state_mut(vm);
    let line = match state.loop_line {
        Some(line) => line,
        None => {
            let line = vm.line();
            state = state_mut(vm);
            line
        }
    };
    let cause = cause.unwrap_or(state.trace.current);
    state.trace.push(Event {
        id: cause,
        clock_ns,
        task: state.current_task.map(|(_, number)| number),
        line,
        n_outputs,
        cause: Some(cause),
        kind,
    })
}

/// Has the running loop close an asynchronous generator in a task of its own.
fn close_lost_generator(vm: &mut Vm, generator: ObjId) {
    let Some(event_loop) = state(vm).running else {
        return;
    };
    let scheduled = vm
        .call_method(generator.into(), "aclose", &[])
        .and_then(|step| {
            let create_task = crate::foreign::attribute(vm, event_loop.into(), "create_task")?;
            let args = [step];
            let (when, context) = (Value::Unbound, Value::Unbound);
            crate::events::schedule(vm, event_loop, when, create_task, &args, context)
        });
    if let Err(raising) = scheduled {
        let raised = vm.caught(raising);
        vm.unraisable(raised, "Exception ignored in asynchronous generator");
    }
}

/// Notes how a task ended.
#[cfg_attr(engine, optimize(speed))]
pub(crate) fn task_ended(vm: &mut Vm, number: TaskId, id: ObjId) {
    let future = future(vm, id);
    let value = future.exception().map_or(future.result, Value::Obj);
    let end = End {
        outcome: future.outcome(),
        remains: Remains::Value(value),
        name: tasks::task(vm, id).name.clone(),
    };
    let state = state_mut(vm);
    state.records[number.place()].end = Some(end);
    state.done.push(number);
}
