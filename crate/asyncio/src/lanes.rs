//! Threads as a front end shows them.

use loopscope_python::vm::{ThreadPlace, Vm};

use crate::host::{Lane, find};
use crate::threads::{self, Waiting};
use crate::trace::TaskId;

/// How a thread stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThreadState {
    /// It runs.
    Running,
    /// It goes on when those before it block.
    Ready,
    /// It waits.
    Blocked,
}

impl ThreadState {
    /// The state's name, as front ends spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Blocked => "blocked",
        }
    }
}

/// A thread. Times are virtual nanoseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadView {
    /// Its number, as `threading.get_ident()` tells it: the main thread is 1.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: ThreadState,
    /// The program's innermost function in it.
    pub function_name: Option<String>,
    /// The line where it stands.
    pub line: Option<u32>,
    /// What blocks it: a call, as in `Lock.acquire()`, or its event loop.
    pub waiting_for: Option<String>,
    /// When it goes on by itself.
    pub deadline_ns: Option<u64>,
    /// When it began to wait.
    pub since_ns: Option<u64>,
    /// The task whose step runs in it.
    pub task: Option<u64>,
}

/// All threads that have not ended, the main one first; none before the program makes a second.
pub fn threads(vm: &Vm) -> Vec<ThreadView> {
    let Some(state) = find(vm).filter(|state| state.next_thread > 1) else {
        return Vec::new();
    };
    let outer = state.lanes.iter().map(|lane| (lane.thread, task_in(lane)));
    let current = state.current_task.map(|(_, task)| task);
    let on_stack = outer.chain([(state.thread, current)]);
    let places = vm.stacked_threads().into_iter();
    let stacked = on_stack.zip(places).map(|((thread, task), place)| {
        let stands = match waiting_of(&state.blocked, thread) {
            Some(waiting) => Stands::Blocked(waiting),
            None if thread == state.thread => Stands::Running,
            None => Stands::Ready,
        };
        view(vm, thread, stands, place.as_ref(), task)
    });
    let blocked = state.blocked.iter();
    let blocked = blocked.map(|waiting| (waiting, Stands::Blocked(waiting)));
    let ready = state.ready.iter().map(|waiting| (waiting, Stands::Ready));
    let aside = blocked.chain(ready).filter_map(|(waiting, stands)| {
        let task = task_in(waiting.lane()?);
        let place = vm.detached_thread(waiting.thread?);
        Some(view(vm, waiting.thread, stands, place.as_ref(), task))
    });
    let mut threads: Vec<_> = stacked.chain(aside).collect();
    threads.sort_by_key(|thread| thread.id);
    threads
}

/// The name of the thread that runs, unless it is the main one.
pub fn running_thread(vm: &Vm) -> Option<String> {
    let thread = find(vm)?.thread?;
    Some(threads::thread_name(vm, Some(thread)))
}

/// How a thread stands, with how it waits.
#[derive(Clone, Copy)]
enum Stands<'w> {
    Running,
    Ready,
    Blocked(&'w Waiting),
}

fn view(
    vm: &Vm,
    thread: Option<u64>,
    stands: Stands<'_>,
    place: Option<&ThreadPlace>,
    task: Option<TaskId>,
) -> ThreadView {
    let (state, waiting) = match stands {
        Stands::Running => (ThreadState::Running, None),
        Stands::Ready => (ThreadState::Ready, None),
        Stands::Blocked(waiting) => (ThreadState::Blocked, Some(waiting)),
    };
    ThreadView {
        id: thread.map_or(1, |thread| thread + 1),
        name: threads::thread_name(vm, thread),
        state,
        function_name: place.map(|place| place.function.to_string()),
        line: place.map(|place| place.line),
        waiting_for: waiting.and_then(|waiting| waiting_for(waiting, place)),
        deadline_ns: waiting.and_then(|waiting| waiting.deadline_ns),
        since_ns: waiting.map(|waiting| waiting.since_ns),
        task: task.map(TaskId::get),
    }
}

fn waiting_for(waiting: &Waiting, place: Option<&ThreadPlace>) -> Option<String> {
    if waiting.event_loop.is_some() {
        return Some("its event loop".to_owned());
    }
    match place.and_then(|place| place.call.as_ref()) {
        Some(call) => Some(format!("{call}()")),
        None => waiting.deadline_ns.map(|_| "sleep()".to_owned()),
    }
}

fn task_in(lane: &Lane) -> Option<TaskId> {
    lane.current_task.map(|(_, task)| task)
}

/// How a thread waits whose frames are on the stack. A signal's handler may wait in the main thread
/// while it waits already.
fn waiting_of(blocked: &[Waiting], thread: Option<u64>) -> Option<&Waiting> {
    let mut newest_first = blocked.iter().rev();
    newest_first.find(|waiting| waiting.thread == thread && waiting.lane().is_none())
}
