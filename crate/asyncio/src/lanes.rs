//! Threads as a front end shows them.

use loopscope_python::vm::{ThreadPlace, Vm};

use crate::host::{Lane, find};
use crate::threads::{self, Waiting};
use crate::trace::TaskId;

/// Why a thread does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadState {
    /// It does run.
    Running,
    /// It goes on when those before it block.
    Ready,
    /// It is blocked.
    Blocked {
        /// Since when, in virtual nanoseconds.
        since_ns: u64,
        /// When it goes on by itself.
        deadline_ns: Option<u64>,
        /// Whether it waits for something to happen in its event loop.
        in_loop: bool,
    },
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadView {
    /// Its number, as programs see it: the main thread is 1.
    pub number: u64,
    /// Its name.
    pub name: String,
    /// Whether it runs, and if not, why.
    pub state: ThreadState,
    /// Where it stands.
    pub place: Option<ThreadPlace>,
    /// The task whose step runs in it.
    pub task: Option<TaskId>,
}

impl ThreadView {
    /// The call that blocks it, as in `Lock.acquire()`.
    pub fn call(&self) -> Option<String> {
        let ThreadState::Blocked {
            deadline_ns,
            in_loop,
            ..
        } = self.state
        else {
            return None;
        };
        if in_loop {
            return Some("its event loop".to_owned());
        }
        match self.place.as_ref().and_then(|place| place.call.as_ref()) {
            Some(call) => Some(format!("{call}()")),
            None => deadline_ns.map(|_| "sleep()".to_owned()),
        }
    }
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
        let waiting = waiting_of(&state.blocked, thread);
        let thread_state = match waiting {
            Some(waiting) => blocked(waiting),
            None if thread == state.thread => ThreadState::Running,
            None => ThreadState::Ready,
        };
        view(vm, thread, thread_state, place, task)
    });
    let blocked = state
        .blocked
        .iter()
        .map(|waiting| (waiting, blocked(waiting)));
    let ready = state
        .ready
        .iter()
        .map(|waiting| (waiting, ThreadState::Ready));
    let aside = blocked.chain(ready).filter_map(|(waiting, thread_state)| {
        let task = task_in(waiting.lane()?);
        let place = vm.detached_thread(waiting.thread?);
        Some(view(vm, waiting.thread, thread_state, place, task))
    });
    let mut threads: Vec<_> = stacked.chain(aside).collect();
    threads.sort_by_key(|thread| thread.number);
    threads
}

/// The name of the thread that runs, unless it is the main one.
pub fn running_thread(vm: &Vm) -> Option<String> {
    let thread = find(vm)?.thread?;
    Some(threads::thread_name(vm, Some(thread)))
}

fn view(
    vm: &Vm,
    thread: Option<u64>,
    state: ThreadState,
    place: Option<ThreadPlace>,
    task: Option<TaskId>,
) -> ThreadView {
    ThreadView {
        number: thread.map_or(1, |thread| thread + 1),
        name: threads::thread_name(vm, thread),
        state,
        place,
        task,
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

fn blocked(waiting: &Waiting) -> ThreadState {
    ThreadState::Blocked {
        since_ns: waiting.since_ns,
        deadline_ns: waiting.deadline_ns,
        in_loop: waiting.event_loop.is_some(),
    }
}
